/** Delta tables: read, replace, version. The only room that knows Delta. */
package gouji.store;
