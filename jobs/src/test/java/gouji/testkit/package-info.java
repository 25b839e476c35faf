/** What tests of several rooms share: the one Spark session, and tables written as text. */
package gouji.testkit;
