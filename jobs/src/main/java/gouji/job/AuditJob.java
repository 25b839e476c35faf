package gouji.job;

import gouji.check.PublishedChecks;
import gouji.contract.Declarations;
import gouji.published.ReportReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Reads published reports and holds them against the rules, each by itself, against that of the
 * same unit of the year before, and against those of the units below it. Needs no warehouse and no
 * Spark.
 *
 * @param declared the declarations
 * @param files the files
 */
public record AuditJob(Declarations declared, List<Path> files) {
  /** How many reports are looked at together. */
  static final int AT_A_TIME = 128;

  /** So many reports fit into memory as they are. */
  private static final int FEW = 1000;

  /** Copies the list. */
  public AuditJob {
    files = List.copyOf(files);
  }

  /** Reads all files; what they take on disk is given back when the reports are closed. */
  public AuditedReports audit() {
    return audit(files.size() > FEW ? new DiskShelf() : new MemoryShelf());
  }

  /** The same with the reports on that shelf. */
  AuditedReports audit(Shelf shelf) {
    try {
      return read(shelf);
    } catch (RuntimeException e) {
      shelf.close();
      throw e;
    }
  }

  private AuditedReports read(Shelf shelf) {
    // The rules are compiled while the files are read: for one file both take as long.
    CompletableFuture<PublishedChecks> rules =
        CompletableFuture.supplyAsync(() -> new PublishedChecks(declared));
    ReportFiles reading = new ReportFiles(declared, new ReportReader(declared));
    List<AuditedUnits.Known> known = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    for (int from = 0; from < files.size(); from += AT_A_TIME) {
      int to = Math.min(files.size(), from + AT_A_TIME);
      for (ReadReport one : files.subList(from, to).parallelStream().map(reading::read).toList()) {
        shelf.add(one);
        known.add(one.known());
        reasons.add(one.why());
      }
    }
    return new AuditedReports(
        rules.join(),
        shelf,
        files.stream().map(Path::toString).toList(),
        new AuditedUnits(known),
        reasons.contains("") ? null : none(reasons));
  }

  private String none(List<String> reasons) {
    String more = reasons.size() > 1 ? " %d more.".formatted(reasons.size() - 1) : "";
    return "%s: %s.%s".formatted(files.get(0), reasons.get(0), more);
  }
}
