/**
 * Makes the sample county's records: input files of every kind and spelling, the same bytes every
 * time. Knows the contract's words only; shares no code with the rooms that it helps to test.
 */
package gouji.testkit.sample;
