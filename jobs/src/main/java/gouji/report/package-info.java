/**
 * Figures, findings and a form become a {@link gouji.report.ReportTable}: plain cells with spans,
 * ready for any format, and sentences over them. Nothing here names a row, a column or an
 * indicator: layouts follow from the declarations. Imports {@code contract}. What a file format
 * needs does not belong here.
 */
package gouji.report;
