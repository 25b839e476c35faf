/** Gouji: annual disclosure statistics, computed from records, reconciled and explained. */
package gouji;
