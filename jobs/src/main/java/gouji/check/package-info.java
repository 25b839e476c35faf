/** Figures and rules become verdicts and findings. Imports {@code contract}. */
package gouji.check;
