package gouji.job;

import static gouji.testkit.PublishedText.DECLARED;
import static org.assertj.core.api.Assertions.assertThat;

import gouji.check.LowerUnits;
import gouji.check.PublishedChecks;
import gouji.check.PublishedChecks.Filed;
import gouji.check.PublishedChecks.FiledFigure;
import gouji.contract.Form;
import gouji.contract.Written;
import gouji.ingest.RawRow;
import gouji.ingest.UnitMap;
import gouji.published.PublishedReport;
import gouji.published.ReportReader;
import gouji.testkit.PublishedText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A report that breaks off fails no rule that the whole report does not fail. */
class PublishedCutsTest {
  private static final Path SHARED = Path.of("..", "shared", "reports");

  private final ReportReader reader = new ReportReader(DECLARED);
  private final PublishedChecks checks = new PublishedChecks(DECLARED);

  /** What does not hold of a report as it is filed, and as it is audited. */
  private Set<String> failed(List<String> lines) {
    byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    Set<String> failed = new TreeSet<>();
    reader
        .read(bytes)
        .filter(r -> r.year() != null)
        .ifPresent(
            report ->
                Stream.of(filed(report), audited(report))
                    .flatMap(f -> checks.check(f, null, new LowerUnits()).findings().stream())
                    .filter(f -> !f.severity().equals("info"))
                    .forEach(f -> failed.add(f.rule() + " " + f.instance())));
    return failed;
  }

  private static Filed audited(PublishedReport report) {
    List<FiledFigure> figures = AuditedParts.figures("", report);
    return new Filed("A", report.year(), report.form().id(), report.level(), figures);
  }

  private static Filed filed(PublishedReport report) {
    PublishedRows rows = PublishedRows.of(report, new UnitMap.Unit("A", "own"));
    List<FiledFigure> figures = new ArrayList<>();
    for (RawRow row = rows.next(); row != null; row = rows.next()) {
      String address = row.cells().get(4).text();
      String unit =
          report.form().cells().stream()
              .filter(c -> c.address().equals(address))
              .findFirst()
              .map(c -> c.column().unit())
              .orElse(null);
      figures.add(new FiledFigure(address, Written.of(row.cells().get(5).text(), unit), ""));
    }
    Form form = report.form();
    return new Filed("A", report.year(), form.id(), report.level(), figures);
  }

  @Test
  void breaksOffBehindAnyLine() {
    PublishedText wrong =
        PublishedText.of(
            "甲县",
            2021,
            "requests.received:natural 7",
            "requests.received:total 7",
            "requests.open:natural 3",
            "requests.open:total ",
            "requests.partial:natural ",
            "requests.partial:total 2",
            "requests.result_total:natural 4",
            "requests.carried_out:natural 4",
            "disputes.reconsideration:upheld 1");
    List<String> lines = wrong.lines();

    Set<String> whole = failed(lines);

    assertThat(whole).isNotEmpty();
    for (int cut = 1; cut < lines.size(); cut++) {
      assertThat(whole).as("cut at %d", cut).containsAll(failed(lines.subList(0, cut)));
    }
  }

  @Test
  void takesNoBlankForAZeroWhereAWrittenZeroMayBeCutOff() {
    String[] blanks =
        DECLARED.formOf(2021).orElseThrow().cells().stream()
            .map(Form.Cell::address)
            .filter(a -> a.startsWith("requests.") && !a.startsWith("requests.carried_out:"))
            .map(a -> a + " ")
            .toArray(String[]::new);
    PublishedText text = PublishedText.of("甲县", 2021, blanks);
    text.cells().put("requests.open:natural", "1");
    text.cells().put("requests.open:total", "3");
    List<String> lines = text.lines();
    int cut = lines.indexOf("(七)总计 |  |  |  |  |  |  |  |");
    assertThat(cut).isPositive();

    assertThat(failed(lines)).noneMatch(f -> f.startsWith("requests.row_total"));
    assertThat(failed(lines.subList(0, cut))).isEqualTo(failed(lines));
  }

  @TestFactory
  Stream<DynamicTest> breaksOffARealReport() throws IOException {
    if (!Files.isDirectory(SHARED)) {
      return Stream.of();
    }
    try (Stream<Path> files = Files.list(SHARED)) {
      return files.filter(f -> f.toString().endsWith(".txt")).sorted().toList().stream()
          .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> breaksOff(f)));
    }
  }

  private void breaksOff(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    Set<String> whole = failed(lines);
    for (int cut = 1; cut < lines.size(); cut += 1 + lines.size() / 15) {
      assertThat(whole).as("cut at %d", cut).containsAll(failed(lines.subList(0, cut)));
    }
  }
}
