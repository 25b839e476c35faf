package gouji.ingest;

import java.io.Serializable;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.sketch.BloomFilter;

/**
 * Which rows of files are given on.
 *
 * @param gives what is given
 * @param meeting the hashes of things whose rows have to be merged, and a few more; null where all
 *     rows are given, or only their hashes
 */
record Sieve(Gives gives, Broadcast<BloomFilter> meeting) implements Serializable {
  /** Every row, as a staged one. */
  static final Sieve ALL = new Sieve(Gives.ALL, null);

  /** Of every row that may be accepted the hash of its thing, and nothing else. */
  static final Sieve HASHES = new Sieve(Gives.HASHES, null);

  /** What is given. */
  enum Gives {
    ALL,
    HASHES,
    /** Staged rows: the rejected ones, and those whose thing may have others. */
    MEETING,
    /** Rows of the table: those whose thing has no other. */
    ALONE
  }

  /** Whether it is told what is wrong with files and rows: on one of the ways that read them. */
  boolean tells() {
    return gives == Gives.ALL || gives == Gives.MEETING;
  }

  boolean takes(long hash) {
    return switch (gives) {
      case ALL, HASHES -> true;
      case MEETING -> meeting.value().mightContainLong(hash);
      case ALONE -> !meeting.value().mightContainLong(hash);
    };
  }
}
