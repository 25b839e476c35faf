/**
 * Plain cells and rows become files: one writer class for each format. Imports {@code report} and
 * {@code contract}.
 */
package gouji.export;
