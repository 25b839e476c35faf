/**
 * One record for each job; it reads tables, lets steps work, and writes tables or files. Knows
 * which table is whose; imports every step and {@code store}.
 */
package gouji.job;
