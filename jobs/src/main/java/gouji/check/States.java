package gouji.check;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import gouji.contract.Columns;
import gouji.contract.Waiver;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Tells what is new, what stands still and what is fixed against earlier findings, and what is
 * waived.
 *
 * @param waivers findings that were accepted
 * @param today the day that decides whether a waiver has run out
 */
public record States(List<Waiver> waivers, LocalDate today) implements Serializable {
  /** Not there before. */
  public static final String NEW = "new";

  /** There before with the same values. */
  public static final String STILL = "still";

  /** There before, and not any more. */
  public static final String FIXED = "fixed";

  /** Accepted for a time. */
  public static final String WAIVED = "waived";

  /** Copies the list. */
  public States {
    waivers = List.copyOf(waivers);
  }

  /**
   * The findings with their states, and those of before that are fixed.
   *
   * @param before earlier findings; null when there are none
   */
  public Dataset<Row> of(Dataset<Row> findings, Dataset<Row> before) {
    if (before == null) {
      return waived(findings.withColumn(Columns.STATE, lit(NEW)));
    }
    Dataset<Row> stood =
        before.where(col(Columns.STATE).isNull().or(col(Columns.STATE).notEqual(FIXED)));
    Dataset<Row> known = stood.select(col(Columns.IDENTITY), lit(true).as("known")).distinct();
    Dataset<Row> now =
        findings
            .join(known, new String[] {Columns.IDENTITY}, "left")
            .withColumn(Columns.STATE, when(col("known"), STILL).otherwise(NEW))
            .drop("known");
    Dataset<Row> fixed =
        stood
            .join(findings.select(Columns.IDENTITY), new String[] {Columns.IDENTITY}, "left_anti")
            .withColumn(Columns.STATE, lit(FIXED));
    return waived(now).unionByName(fixed);
  }

  private Dataset<Row> waived(Dataset<Row> findings) {
    if (waivers.isEmpty()) {
      return findings;
    }
    StructType shape = findings.schema();
    int state = shape.fieldIndex(Columns.STATE);
    MapFunction<Row, Row> waive =
        row -> {
          if (waivers.stream().noneMatch(w -> accepts(w, row))) {
            return row;
          }
          Object[] values = new Object[row.length()];
          for (int i = 0; i < values.length; i++) {
            values[i] = i == state ? WAIVED : row.get(i);
          }
          return RowFactory.create(values);
        };
    return findings.map(waive, Encoders.row(shape));
  }

  private boolean accepts(Waiver waiver, Row row) {
    Integer year = row.getAs(Columns.YEAR);
    int operands = row.fieldIndex(Columns.OPERANDS);
    return waiver.rule().equals(row.getAs(Columns.RULE))
        && waiver.unit().equals(row.getAs(Columns.UNIT_ID))
        && year != null
        && waiver.year() == year
        && !waiver.isOver(today)
        && !row.isNullAt(operands)
        && row.<String>getList(operands)
            .containsAll(
                waiver.cells().entrySet().stream()
                    .map(c -> c.getKey() + "=" + c.getValue())
                    .toList());
  }
}
