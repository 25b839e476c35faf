/**
 * What Gouji promises: the declarations under schemas/ as records, their loading and checking, and
 * the columns of our own tables. Holds no Spark: what a declaration means is in its step. Imports
 * only {@code failure}.
 */
package gouji.contract;
