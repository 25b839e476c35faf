/**
 * The warehouse: Delta tables to read, write and version, its lock and its secret. The only room
 * that knows Delta. Imports {@code contract} and {@code failure}.
 */
package gouji.store;
