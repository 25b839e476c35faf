package gouji.ingest;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one partition has to tell of files whose rows met others.
 *
 * @param partition the partition; a repeated task tells the same again
 * @param remarks by file and kind
 * @param counts of files that rows came from, by file
 */
public record MergeReport(int partition, List<Told> remarks, List<Count> counts)
    implements Serializable {

  /** The number of a partition that is told of as it is read, not as it is merged. */
  static int ofReading(int partition) {
    return -1 - partition;
  }

  /** Copies the lists. */
  public MergeReport {
    remarks = List.copyOf(remarks);
    counts = List.copyOf(counts);
  }

  /**
   * How many rows of one file came out of the merge. They are counted here and not where they are
   * read, so that a row that gets lost between shows.
   *
   * @param accepted new rows that are a record's newest revision, or that it outdoes
   * @param rejected rejected rows with their problems; one stands for a file that is rejected whole
   */
  public record Count(String file, long accepted, long rejected) implements Serializable {
    private Count and(Count other) {
      return new Count(file, accepted + other.accepted, rejected + other.rejected);
    }
  }

  /** Remarks of one kind about one file: how many, and the line of the first. */
  public record Told(String file, String kind, long rows, long firstLine) implements Serializable {
    private Told and(Told other) {
      return new Told(file, kind, rows + other.rows, Math.min(firstLine, other.firstLine));
    }

    /** The sentence that the remarks make. */
    public String sentence() {
      Remark.Kind remark = Remark.Kind.valueOf(kind);
      return remark == Remark.Kind.LACKING
          ? rows + " " + remark.text()
          : "line %d%s: %s"
              .formatted(firstLine, rows > 1 ? " and " + (rows - 1) + " more" : "", remark.text());
    }
  }

  /** All partitions as one, each of them once, in the order of files and kinds. */
  public static MergeReport together(List<MergeReport> reports) {
    Map<Integer, MergeReport> once = new TreeMap<>();
    reports.forEach(r -> once.put(r.partition(), r));
    Sums sums = new Sums();
    once.values()
        .forEach(
            r -> {
              r.remarks().forEach(sums::add);
              r.counts().forEach(sums::add);
            });
    return sums.report(0);
  }

  /** Adds remarks and rows up. */
  static final class Sums {
    private final Map<String, Told> told = new TreeMap<>();
    private final Map<String, Count> counts = new TreeMap<>();

    void add(Remark remark) {
      add(new Told(remark.file(), remark.kind().name(), 1, remark.line()));
    }

    void add(Told one) {
      told.merge(one.file() + "\u001f" + one.kind(), one, Told::and);
    }

    void addAccepted(String file) {
      addAccepted(file, 1);
    }

    void addAccepted(String file, long rows) {
      add(new Count(file, rows, 0));
    }

    void addRejected(String file) {
      add(new Count(file, 0, 1));
    }

    private void add(Count one) {
      counts.merge(one.file(), one, Count::and);
    }

    MergeReport report(int partition) {
      List<Told> remarks =
          told.values().stream()
              .sorted(Comparator.comparing(Told::file).thenComparing(Told::kind))
              .toList();
      return new MergeReport(partition, remarks, List.copyOf(counts.values()));
    }
  }
}
