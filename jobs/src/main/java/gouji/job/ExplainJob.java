package gouji.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import gouji.contract.Columns;
import gouji.contract.Declarations;
import gouji.contract.OwnTable;
import gouji.export.ExplainedCsv;
import gouji.export.ExplainedJson;
import gouji.export.ExplainedText;
import gouji.failure.Failure;
import gouji.failure.FailureCode;
import gouji.ingest.StagedRows;
import gouji.measure.Breakdown;
import gouji.measure.Explanation;
import gouji.measure.Vectors;
import gouji.measure.YearWindow;
import gouji.report.Explained;
import gouji.store.Tables;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Lists the records behind one cell or indicator and holds their number against the computed one.
 *
 * @param tables the warehouse
 * @param declared the declarations
 * @param question which figure
 * @param format how the records are written
 * @param output where to
 * @param progress told how far it is
 */
public record ExplainJob(
    Tables tables,
    Declarations declared,
    Question question,
    ExplainFormat format,
    Output output,
    Progress progress)
    implements Job {

  /** Opens what is written into, once there is something to write. */
  public interface Output {
    /** The stream; the job leaves it open. */
    OutputStream open() throws IOException;
  }

  @Override
  public Outcome run() {
    progress.stage("explaining", 0);
    Breakdown breakdown = question.breakdown(declared);
    Area area = Area.of(tables, question.year(), question.unitId());
    YearWindow window = new YearWindow(question.year(), question.year());
    Explanation step = new Explanation(breakdown.measured(), window, breakdown.parts());
    // Used three times: what the parts and the units come to is told before the records.
    Dataset<Row> explained = explained(step, area).persist(StorageLevel.MEMORY_AND_DISK());
    // Bounded by the number's parts and by the units of the area.
    List<Row> byPart = Explanation.byPart(explained).collectAsList();
    List<Row> byUnit = Explanation.byUnit(explained).collectAsList();
    ExplainedFigure figure = new ExplainedFigure(question, declared, breakdown, area, byPart);
    Optional<String> difference = figure.difference(computed(breakdown));
    Iterator<Row> records = Explanation.inOrder(explained).toLocalIterator();
    write(figure.of(byUnit, records, difference));
    explained.unpersist();
    long lines = byPart.stream().mapToLong(r -> r.getAs(Explanation.ROWS)).sum();
    return new Outcome(
        Map.of("lines", lines), difference.stream().toList(), difference.isPresent());
  }

  private Dataset<Row> explained(Explanation step, Area area) {
    Dataset<Row> all = null;
    for (String set : step.dataSets()) {
      Dataset<Row> records = tables.find(set).orElse(null);
      if (records != null) {
        Dataset<Row> inArea = inArea(records.where(col(StagedRows.IN_FORCE)), area);
        Dataset<Row> one = step.of(declared.dataSet(set), inArea);
        all = all == null ? one : all.unionByName(one);
      }
    }
    if (all == null) {
      return Explanation.nothing(tables.spark());
    }
    Set<Integer> asWritten = step.measured().neverSummed();
    Object[] ofUnitOnly =
        IntStream.range(0, step.parts().size())
            .filter(i -> asWritten.contains(step.parts().get(i).place()))
            .boxed()
            .toArray();
    Column isOfUnit = col(Columns.UNIT_ID).equalTo(question.unitId());
    return all.where(not(col(Explanation.PART).isin(ofUnitOnly)).or(isOfUnit));
  }

  private Dataset<Row> inArea(Dataset<Row> records, Area area) {
    if (question.scope().equals(Vectors.OWN) || area.names().size() == 1) {
      return records.where(col(Columns.UNIT_ID).equalTo(question.unitId()));
    }
    Dataset<Row> units =
        tables
            .spark()
            .createDataset(List.copyOf(area.names().keySet()), Encoders.STRING())
            .toDF(Columns.UNIT_ID);
    return records.join(units, new String[] {Columns.UNIT_ID}, "left_semi");
  }

  /** The figure as the tables have it; empty when it is 0 or absent there. */
  private Optional<Breakdown.Value> computed(Breakdown breakdown) {
    boolean isCell = breakdown.form() != null;
    OwnTable table = isCell ? OwnTable.CELLS : OwnTable.INDICATORS;
    String name = isCell ? Columns.CELL : Columns.INDICATOR;
    // One row at most.
    return tables
        .need(table, "aggregate")
        .where(
            col(Columns.YEAR)
                .equalTo(question.year())
                .and(col(Columns.UNIT_ID).equalTo(question.unitId()))
                .and(col(Columns.SCOPE).equalTo(question.scope()))
                .and(col(name).equalTo(question.name()))
                .and(col(Columns.VALUE).isNotNull()))
        .collectAsList()
        .stream()
        .findFirst()
        .map(
            r ->
                new Breakdown.Value(
                    isCell ? null : r.getAs(Columns.NUMERATOR),
                    isCell ? null : r.getAs(Columns.DENOMINATOR),
                    r.getAs(Columns.VALUE)));
  }

  private void write(Explained explained) {
    try {
      OutputStream out = output.open();
      switch (format) {
        case TABLE -> new ExplainedText().write(explained, out);
        case CSV -> new ExplainedCsv().write(explained, out);
        case JSON -> new ExplainedJson().write(explained, out);
      }
      out.flush();
    } catch (IOException e) {
      throw new Failure(
          FailureCode.INTERRUPTED,
          "the records cannot be written: %s. Name another file (--out), or mend its rights or space."
              .formatted(e.getMessage()),
          e);
    }
  }
}
