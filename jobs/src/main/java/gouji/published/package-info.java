/**
 * A published report becomes figures: a page, a document or a text is brought into one source model
 * (lines of cells, each with its place), the official tables are recognised in it, and every cell
 * gets its value, state, raw text and place. A number whose column cannot be told for certain is
 * ambiguous, never guessed. Imports {@code contract}. What rules say of the figures, and how they
 * are shown, does not belong here.
 */
package gouji.published;
