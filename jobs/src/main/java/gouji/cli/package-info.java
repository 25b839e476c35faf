/** One class for each command: arguments, Spark, the job, the exit status. May import all. */
package gouji.cli;
