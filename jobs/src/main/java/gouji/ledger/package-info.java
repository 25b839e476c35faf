/** Runs one job and writes one row about it. Imports {@code job} and {@code store}. */
package gouji.ledger;
