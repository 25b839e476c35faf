/** Rows and declared measures become figures. Imports {@code contract}. */
package gouji.measure;
