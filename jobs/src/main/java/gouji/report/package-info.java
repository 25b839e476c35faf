/**
 * Figures, findings and a form become a {@link gouji.report.ReportTable}: plain cells with spans,
 * ready for any format. Imports {@code contract}.
 */
package gouji.report;
