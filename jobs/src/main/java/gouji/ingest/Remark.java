package gouji.ingest;

import java.io.Serializable;

/**
 * Something that a run tells of a file when its rows meet others.
 *
 * @param file the file
 * @param line the row's line; 0 when it is about no row of the file
 * @param kind what it is
 */
record Remark(String file, long line, Kind kind) implements Serializable {

  /** What is told. */
  enum Kind {
    /** Two rows of one content have one key, different values and no different filing time. */
    AMBIGUOUS_REVISION(
        "ingest.ambiguous_revision: another row of this file has the same key and"
            + " filing time but other values; the later line counts"),
    /** A newly taken-in row loses to one that was there. */
    STALE_REVISION(
        "ingest.stale_revision: a newer revision of this record was taken in before;"
            + " this row does not count"),
    /** Of two files, one of them a published report, each has the record with other values. */
    OTHER_REPORT(
        "ingest.other_report: another file has this figure of the unit and year with another"
            + " value; the one with the greater path counts"),
    /** The parties of one decision are told in different ways. */
    MIXED_PARTIES(
        "ingest.mixed_parties: the parties of this decision are told by sequence in one"
            + " row and by number or name in another; give each a party_seq"),
    /** A key of the file's old content is not in the new one; the record stays in force. */
    LACKING(
        "records of the old content are not in the new one; they stay in force (withdraw them"
            + " to take them back)");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** What the user reads. */
    String text() {
      return text;
    }
  }
}
