package gouji.ingest;

import java.io.Serializable;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.sketch.BloomFilter;

/**
 * Which rows of files are given on.
 *
 * @param gives what is given
 * @param meeting the hashes of things whose rows have to be merged, and a few more; null where it
 *     is not asked
 */
record Sieve(Gives gives, Broadcast<BloomFilter> meeting) implements Serializable {
  /** Every row, as a staged one. */
  static final Sieve ALL = new Sieve(Gives.ALL, null);

  /** Of every row that may be accepted the hash of its thing, and nothing else. */
  static final Sieve HASHES = new Sieve(Gives.HASHES, null);

  /** Those that were left: the rejected rows, and those whose thing may have others. */
  static final Sieve LEFT = new Sieve(Gives.LEFT, null);

  /** What is given. */
  enum Gives {
    ALL,
    HASHES,
    /** Rows of the table: those whose thing has no other; what is left is noted. */
    ALONE,
    /** Staged rows: what was left. */
    LEFT
  }

  /** Whether it gives rejected rows. */
  boolean givesRejected() {
    return gives == Gives.ALL || gives == Gives.LEFT;
  }

  boolean takes(long hash) {
    return gives != Gives.ALONE || !meeting.value().mightContainLong(hash);
  }
}
