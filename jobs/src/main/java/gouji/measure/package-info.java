/**
 * Records and the declared measures become figures: who counts where and in which years, what is
 * added up along the register, and every cell and indicator. Knows no table and no path. Imports
 * {@code contract}.
 */
package gouji.measure;
