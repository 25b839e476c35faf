package gouji.check;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.contract.Assertions;
import gouji.contract.Columns;
import gouji.contract.DeclarationReader;
import gouji.contract.Declarations;
import gouji.contract.Rule;
import gouji.testkit.SparkSessions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The conformance cases as tables: Spark finds what the cases say, however the rows lie. */
@ExtendWith(SparkSessions.class)
class ConformanceTablesTest {
  @TempDir private static Path folder;

  /** Cases of one theme, their rules and nobody else's: one pass for each theme and layout. */
  private record Theme(
      List<ConformanceCase> cases, Map<ConformanceCase, String> ids, Declarations declared) {
    static Theme of(
        List<ConformanceCase> cases, Map<ConformanceCase, String> ids, Declarations all) {
      Map<String, Rule> rules = new TreeMap<>(all.rules());
      Set<String> asked = cases.stream().map(ids::get).collect(Collectors.toSet());
      rules
          .values()
          .removeIf(r -> Findings.OVER_FIGURES.contains(r.check()) && !asked.contains(r.id()));
      return new Theme(
          cases,
          ids,
          new Declarations(all.dataSets(), all.forms(), all.indicators(), Map.copyOf(rules)));
    }

    private Rule rule(ConformanceCase one) {
      return declared.rules().get(ids.get(one));
    }

    private static String unit(int place) {
      return "u" + place;
    }

    /** What is found of each case's own rule, year, scope and source. */
    List<List<String>> found(SparkSession spark, long seed, int partitions) {
      Assertions assertions = new Assertions(declared);
      Examples examples = new Examples(declared, assertions);
      ConformanceTables tables = new ConformanceTables(declared, examples);
      for (int i = 0; i < cases.size(); i++) {
        tables.add(unit(i), rule(cases.get(i)), cases.get(i).example());
      }
      Findings step = new Findings(declared, assertions, Set.of(2019, 2020, 2021, 2022));
      Findings.Figures figures = tables.tables(spark, seed, partitions);
      Findings.Register register = new Findings.Register(figures.units());
      List<Row> rows = step.findings(step.of(figures, register, null)).collectAsList();
      List<List<String>> found = new ArrayList<>();
      for (int i = 0; i < cases.size(); i++) {
        Rule rule = rule(cases.get(i));
        Rule.Example example = cases.get(i).example();
        String scope = name(examples.scope(rule, example, examples.form(rule, example)));
        String source = name(Examples.source(rule, example));
        int year = tables.year(rule, example);
        String unit = unit(i);
        found.add(
            rows.stream()
                .filter(r -> r.getAs(Columns.UNIT_ID).equals(unit))
                .filter(r -> r.getAs(Columns.RULE).equals(rule.id()))
                .filter(r -> r.<Integer>getAs(Columns.YEAR) == year)
                .filter(r -> r.getAs(Columns.SCOPE).equals(scope))
                .filter(r -> Set.of(source, "both").contains(r.<String>getAs(Columns.SOURCE)))
                .flatMap(Theme::said)
                .sorted()
                .toList());
      }
      return found;
    }

    private static Stream<String> said(Row row) {
      return row.getAs(Columns.SEVERITY).equals("info")
          ? row.<String>getList(row.fieldIndex(Columns.OPERANDS)).stream().map(o -> "unknown " + o)
          : Stream.of("fail " + row.getAs(Columns.CELL));
    }

    /** What the program says of each case without Spark. */
    List<List<String>> said() {
      Examples examples = new Examples(declared, new Assertions(declared));
      return cases.stream()
          .map(
              c ->
                  examples.verdicts(rule(c), c.example()).stream()
                      .flatMap(
                          v ->
                              switch (v.state()) {
                                case FAIL -> Stream.of("fail " + v.assertion().firstCell());
                                case UNKNOWN ->
                                    Stream.of("unknown " + v.assertion().firstCell() + "?");
                                case PASS, NOT_APPLICABLE -> Stream.<String>of();
                              })
                      .sorted()
                      .toList())
          .toList();
    }
  }

  private static String name(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }

  @TestFactory
  Stream<DynamicTest> findsWhatTheCasesSayInEveryLayout(SparkSession spark) throws IOException {
    List<ConformanceCase> all = ConformanceCase.all();
    Map<ConformanceCase, String> ids = ConformanceRules.write(all, folder);
    Declarations declared = DeclarationReader.readAll(List.of(folder));
    return all.stream()
        .collect(Collectors.groupingBy(ConformanceCase::theme, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .flatMap(
            e ->
                Stream.of(1, 5)
                    .map(
                        partitions ->
                            DynamicTest.dynamicTest(
                                e.getKey() + " in " + partitions,
                                () ->
                                    holds(
                                        Theme.of(e.getValue(), ids, declared),
                                        spark,
                                        partitions))));
  }

  private static void holds(Theme theme, SparkSession spark, int partitions) {
    List<List<String>> found = theme.found(spark, 20_200_101L + partitions, partitions);
    List<List<String>> said = theme.said();
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      ConformanceCase one = theme.cases().get(i);
      long fails = found.get(i).stream().filter(f -> f.startsWith("fail")).count();
      long unknowns = found.get(i).size() - fails;
      if (fails != one.expected().getOrDefault("fail", 0)
          || unknowns != one.expected().getOrDefault("unknown", 0)
          || !found.get(i).equals(said.get(i))) {
        wrong.add(
            one + ": " + one.expected() + "\n  found " + found.get(i) + "\n  said  " + said.get(i));
      }
    }
    assertThat(wrong).isEmpty();
  }
}
