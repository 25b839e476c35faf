/** One record for each job, which wires rooms together. */
package gouji.job;
