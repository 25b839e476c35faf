/**
 * Files to typed rows and rejects, as the data set's declaration says. Reads bytes that it is
 * handed; knows no table, no folder layout, no clock. Imports {@code contract} and {@code failure}.
 */
package gouji.ingest;
