package gouji.testkit;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.assertj.core.api.Assertions.assertThat;

import gouji.testkit.Program.Ran;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * What the program computed for 2018 to 2022 from the records in {@code
 * jobs/src/test/resources/measured}, once for all tests: many small cases in one pass, each with a
 * root of its own in the register.
 *
 * @param cells {@code unit scope year cell value}, in the order of the text
 * @param indicators {@code unit scope year indicator value}; rates also {@code
 *     (numerator/denominator)}
 * @param coverage {@code unit year data_set records}
 * @param supplied {@code unit year data sets and facts}
 */
public record Computed(
    List<String> cells, List<String> indicators, List<String> coverage, List<String> supplied) {
  private static final Path INPUT = Path.of("jobs", "src", "test", "resources", "measured");

  /** The cells of a unit and scope, one a line: {@code year cell value}. */
  public String cells(String unit, String scope) {
    return of(cells, unit + " " + scope + " ");
  }

  /** The indicators of a unit and scope, one a line. */
  public String indicators(String unit, String scope) {
    return of(indicators, unit + " " + scope + " ");
  }

  /** A unit's own records, one year and data set a line. */
  public String coverage(String unit) {
    return of(coverage, unit + " ");
  }

  /** What was supplied to the root of a unit, one year a line. */
  public String supplied(String unit) {
    return of(supplied, unit + " ");
  }

  private static String of(List<String> lines, String beginning) {
    StringBuilder text = new StringBuilder();
    lines.stream()
        .filter(l -> l.startsWith(beginning))
        .forEach(l -> text.append(l.substring(beginning.length())).append('\n'));
    return text.toString();
  }

  /** Gives a test the figures as a parameter. */
  public static final class Computations implements ParameterResolver {
    private static final ExtensionContext.Namespace OURS =
        ExtensionContext.Namespace.create(Computations.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
      return parameter.getParameter().getType() == Computed.class;
    }

    @Override
    public Computed resolveParameter(ParameterContext parameter, ExtensionContext test) {
      Program program = Program.Programs.of(test);
      SparkSession spark = SparkSessions.of(test);
      return test.getRoot()
          .getStore(OURS)
          .computeIfAbsent(Computed.class, c -> compute(program, spark), Computed.class);
    }

    private static Computed compute(Program program, SparkSession spark) {
      try {
        Path folder = Files.createTempDirectory("computed");
        Path warehouse = folder.resolve("warehouse");
        done(program.run("ingest", "--input", INPUT, "--warehouse", warehouse));
        done(program.run("aggregate", "--warehouse", warehouse, "--years", "2018..2022"));
        Computed computed = read(spark, warehouse);
        Folders.delete(folder);
        return computed;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void done(Ran ran) {
      assertThat(ran.status()).as(ran.out() + ran.err()).isZero();
    }

    private static Computed read(SparkSession spark, Path warehouse) {
      return new Computed(
          lines(spark, warehouse, "cells", "unit_id", "scope", "year", "cell", "value"),
          lines(
              spark,
              warehouse,
              "indicators",
              "unit_id",
              "scope",
              "year",
              "indicator",
              "value",
              "numerator",
              "denominator"),
          lines(spark, warehouse, "coverage", "unit_id", "year", "data_set", "records"),
          lines(spark, warehouse, "units_by_year", "unit_id", "year", "supplied"));
    }

    private static List<String> lines(
        SparkSession spark, Path warehouse, String table, String... columns) {
      Column[] chosen = Stream.of(columns).map(c -> col(c)).toArray(Column[]::new);
      if (columns[columns.length - 1].equals("supplied")) {
        chosen[chosen.length - 1] = concat_ws(" ", col("supplied"));
      }
      String path = warehouse.resolve(table).toString();
      return Rows.lines(spark.read().format("delta").load(path).select(chosen)).stream()
          .map(Computations::line)
          .toList();
    }

    /** A count's numerator and denominator say nothing new. */
    private static String line(String row) {
      String[] values = row.split("\\|", -1);
      if (values.length < 7) {
        return String.join(" ", values);
      }
      String figure = String.join(" ", List.of(values).subList(0, 5));
      return values[6].isEmpty() ? figure : figure + " (" + values[5] + "/" + values[6] + ")";
    }
  }
}
