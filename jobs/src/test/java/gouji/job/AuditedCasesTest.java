package gouji.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import gouji.contract.DeclarationReader;
import gouji.report.AuditedReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Real reports, with the findings that somebody wrote down by hand. */
class AuditedCasesTest {
  private static final Path SHARED = Path.of("..", "shared", "reports");

  private static List<Path> texts() {
    if (!Files.isDirectory(SHARED)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(SHARED)) {
      return files.filter(f -> f.toString().endsWith(".meta.json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AuditedReport audited(Path text) {
    List<AuditedReport> all = new ArrayList<>();
    try (AuditedReports reports =
        new AuditJob(DeclarationReader.readAll(List.of()), List.of(text)).audit()) {
      reports.forEach(all::add);
    }
    return all.get(0);
  }

  @Test
  void hasTheSharedReports() {
    Assumptions.assumeTrue(Files.isDirectory(SHARED), "the shared reports are not here");

    assertThat(texts()).hasSize(11);
  }

  @TestFactory
  Stream<DynamicTest> findsWhatPeopleFind() {
    return texts().stream()
        .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> findsAll(f)));
  }

  private static void findsAll(Path meta) throws IOException {
    JsonNode expected = new JsonMapper().readTree(meta.toFile());
    Path text = Path.of(meta.toString().replace(".meta.json", ".txt"));

    AuditedReport report = audited(text);

    assertThat(report.form()).isEqualTo(expected.path("form").asText());
    TreeSet<String> sought = new TreeSet<>();
    expected
        .path("findings")
        .forEach(f -> sought.add(f.path("severity").asText() + " " + f.path("rule").asText()));
    TreeSet<String> found = new TreeSet<>();
    report.findings().stream()
        .filter(f -> !f.severity().equals("info"))
        .forEach(f -> found.add(f.severity() + " " + f.rule()));
    assertThat(found).isEqualTo(sought);
    assertThat(report.findings().stream().filter(f -> !f.severity().equals("info")).count())
        .isGreaterThanOrEqualTo(expected.path("findings").size());
  }

  @Test
  void judgesTheCountyReportAsItsSpecificationSays() {
    Path text = SHARED.resolve("yiyang-2020.txt");
    Assumptions.assumeTrue(Files.exists(text), "the shared reports are not here");

    AuditedReport report = audited(text);

    assertThat(report.verdicts().get("requests.balance")).containsEntry("pass", 7).hasSize(1);
    assertThat(report.verdicts().get("requests.result_total"))
        .containsEntry("pass", 6)
        .containsEntry("unknown", 1)
        .hasSize(2);
    assertThat(report.verdicts().get("requests.row_total"))
        .containsEntry("pass", 22)
        .containsEntry("unknown", 1)
        .hasSize(2);
    assertThat(report.verdicts().get("disputes.total")).containsEntry("pass", 3).hasSize(1);
    assertThat(report.verdicts().get("indicators.rate")).containsEntry("pass", 3);
    assertThat(report.verdicts().get("crosscheck.licence_items")).containsEntry("pass", 1);
    assertThat(report.verdicts().get("crosscheck.normative")).containsEntry("pass", 1);
    assertThat(report.findings()).noneMatch(f -> f.severity().equals("error"));
  }
}
