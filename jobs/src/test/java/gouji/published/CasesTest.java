package gouji.published;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.contract.DeclarationReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CasesTest {
  private static final Path SHARED = Path.of("..", "shared", "reports");
  private static final Path OWN = Path.of("jobs", "src", "test", "resources", "published");

  private final ReportReader reader = new ReportReader(DeclarationReader.readAll(List.of()));

  @TestFactory
  Stream<DynamicTest> readsEveryCellAsPeopleDo() {
    return Stream.of(OWN, SHARED)
        .flatMap(f -> Cases.in(f).stream())
        .map(c -> DynamicTest.dynamicTest(c.name(), () -> readsAll(c)));
  }

  @Test
  void hasTheSharedCases() {
    Assumptions.assumeTrue(
        Files.isDirectory(SHARED), "the shared reports are not here; only our own were read");

    assertThat(Cases.in(SHARED)).hasSize(11);
  }

  private void readsAll(Cases one) throws IOException {
    PublishedReport report = reader.read(Files.readAllBytes(one.text())).orElseThrow();
    Map<String, ReadCell> cells = report.byAddress();
    List<String> wrong = new ArrayList<>();
    one.expected()
        .forEach(
            (address, expected) -> {
              String found = shown(cells.get(address));
              String sought = shown(expected);
              if (!found.equals(sought)) {
                wrong.add(address + ": " + found + " and not " + sought);
              }
            });
    cells.forEach(
        (address, cell) -> {
          if (!cell.isAmbiguous() && !one.expected().containsKey(address) && one.open().isEmpty()) {
            wrong.add(address + ": " + shown(cell) + " and nothing is there");
          }
        });

    assertThat(wrong).isEmpty();
  }

  private static String shown(ReadCell cell) {
    return cell == null ? "absent" : cell.state() + " " + plain(cell.written().number());
  }

  private static String shown(Cases.Expected expected) {
    return expected.state()
        + " "
        + plain(expected.value().isEmpty() ? null : new BigDecimal(expected.value()));
  }

  private static String plain(BigDecimal number) {
    return number == null ? "" : number.stripTrailingZeros().toPlainString();
  }
}
