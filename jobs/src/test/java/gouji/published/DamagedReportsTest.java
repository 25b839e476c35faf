package gouji.published;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.contract.DeclarationReader;
import gouji.contract.Declarations;
import gouji.contract.Form;
import gouji.contract.Written;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Damages reports at random and looks that no number comes out that the report did not have. With
 * {@code -Dgouji.damage=100000} so many are damaged of each.
 */
class DamagedReportsTest {
  private static final int ROUNDS = Integer.getInteger("gouji.damage", 12);

  private static final List<Damage> DAMAGES = List.of(Damage.values());

  private final Declarations declared = DeclarationReader.readAll(List.of());
  private final ReportReader reader = new ReportReader(declared);

  @TestFactory
  Stream<DynamicTest> readsNoWrongNumberOfAMadeUpReport() {
    return Stream.of(Layout.values())
        .flatMap(
            layout ->
                declared.forms().values().stream()
                    .map(
                        form ->
                            DynamicTest.dynamicTest(
                                layout + " " + form.id(), () -> madeUp(layout, form))));
  }

  private void madeUp(Layout layout, Form form) {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      MadeUpReport report = MadeUpReport.of(form, form.firstYear(), random, seed % 4 == 3);
      Map<String, BigDecimal> numbers = new HashMap<>();
      for (Form.Cell cell : form.cells()) {
        Written written = Written.of(report.cells().get(cell.address()), cell.column().unit());
        numbers.put(cell.address(), written.number());
      }
      check(layout.of(report), numbers, random, layout + " " + form.id() + " " + seed);
    }
  }

  @TestFactory
  Stream<DynamicTest> readsNoWrongNumberOfARealReport() {
    return Cases.in(Path.of("..", "shared", "reports")).stream()
        .map(c -> DynamicTest.dynamicTest(c.name(), () -> real(c)));
  }

  private void real(Cases one) throws IOException {
    String text = Files.readString(one.text());
    Map<String, BigDecimal> numbers = new HashMap<>();
    one.expected()
        .forEach(
            (address, expected) ->
                numbers.put(
                    address, expected.value().isEmpty() ? null : new BigDecimal(expected.value())));
    for (int seed = 0; seed < ROUNDS * 4; seed++) {
      check(text, numbers, new Random(seed), one.name() + " " + seed);
    }
  }

  /**
   * Of a row that is cut off, or behind which nothing more was read, nobody can tell that a piece
   * before the cut is missing.
   */
  private static boolean isCutOff(PublishedReport report, ReadCell cell) {
    String row = rowOf(cell);
    String last = report.cells().reduce((a, b) -> b).map(DamagedReportsTest::rowOf).orElse("");
    return row.equals(last)
        || report.cells().filter(c -> rowOf(c).equals(row)).anyMatch(ReadCell::isAmbiguous);
  }

  private static String rowOf(ReadCell cell) {
    return cell.cell().table().id() + "." + cell.cell().row().id();
  }

  private void check(String text, Map<String, BigDecimal> numbers, Random random, String name) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    List<Damage> done = new ArrayList<>();
    for (int i = random.nextInt(2); i >= 0; i--) {
      Damage damage = DAMAGES.get(random.nextInt(DAMAGES.size()));
      damage.to(lines, random);
      done.add(damage);
      if (lines.isEmpty()) {
        return;
      }
    }
    byte[] damaged = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    List<String> wrong = new ArrayList<>();
    reader
        .read(damaged)
        .ifPresent(
            found ->
                found
                    .cells()
                    .filter(c -> !c.isAmbiguous() && c.written().isNumber())
                    .filter(c -> numbers.containsKey(c.cell().address()))
                    .filter(c -> !isCutOff(found, c))
                    .forEach(
                        c -> {
                          BigDecimal number = numbers.get(c.cell().address());
                          if (number == null || number.compareTo(c.written().number()) != 0) {
                            wrong.add(
                                "%s is %s, read as %s"
                                    .formatted(c.cell().address(), number, c.written().raw()));
                          }
                        }));

    assertThat(wrong).as("%s %s", name, done).isEmpty();
  }
}
