/**
 * Why a command ended badly: a {@link gouji.failure.Failure} with its exit status. Imports nothing.
 */
package gouji.failure;
