/**
 * What the program writes, as text that a reviewer can read and git can show the changes of. Knows
 * the contract's files only.
 */
package gouji.testkit.golden;
