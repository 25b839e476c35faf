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
 */
public record MergeReport(int partition, List<Told> remarks) implements Serializable {

  /** Copies the list. */
  public MergeReport {
    remarks = List.copyOf(remarks);
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

  /** The remarks of all partitions, each partition once, in the order of files and kinds. */
  public static List<Told> together(List<MergeReport> reports) {
    Map<Integer, MergeReport> once = new TreeMap<>();
    reports.forEach(r -> once.put(r.partition(), r));
    Sums sums = new Sums();
    once.values().forEach(r -> r.remarks().forEach(sums::add));
    return sums.all();
  }

  /** Adds remarks up. */
  static final class Sums {
    private final Map<String, Told> told = new TreeMap<>();

    void add(Remark remark) {
      add(new Told(remark.file(), remark.kind().name(), 1, remark.line()));
    }

    void add(Told one) {
      told.merge(one.file() + "\u001f" + one.kind(), one, Told::and);
    }

    List<Told> all() {
      return told.values().stream()
          .sorted(Comparator.comparing(Told::file).thenComparing(Told::kind))
          .toList();
    }
  }
}
