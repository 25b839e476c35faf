/**
 * The command line: arguments, the Spark session, the jobs of a command, its exit status. May
 * import every room.
 */
package gouji.cli;
