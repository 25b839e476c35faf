/**
 * Figures and rules become verdicts and findings: formulas are compiled once to linear terms over
 * the cells of one unit, year and scope; a plain function evaluates them; Spark only brings the
 * vectors together. Never edits a figure. Imports {@code contract}.
 */
package gouji.check;
