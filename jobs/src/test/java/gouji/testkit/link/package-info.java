/**
 * What the classes of the jar name of others, read from the class files themselves, and whether a
 * class path has it.
 */
package gouji.testkit.link;
