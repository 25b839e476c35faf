/**
 * Runs are written down: what ran, when, how it ended, and at which version every table was then.
 * Imports {@code job} and {@code store}.
 */
package gouji.ledger;
