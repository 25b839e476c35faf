package gouji.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import gouji.contract.Columns;
import gouji.contract.OwnTable;
import gouji.store.Tables;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Rows of our own tables about the units that some documents tell of: the unit of the document and
 * all below it in the register of its year. Rows of other units and years stay in Spark.
 */
final class AreaRows {
  /** The unit whose document a row is for, STRING. */
  static final String DOCUMENT = "document";

  private final Tables tables;
  private final Dataset<Row> areas;

  /** The rows for the documents of these units and years. */
  AreaRows(Tables tables, Collection<ReportData.Key> documents) {
    this.tables = tables;
    areas = areas(tables, documents);
  }

  /**
   * The table's rows of a unit and year, each once for every document that tells of the unit, with
   * that {@link #DOCUMENT} and the unit's name in the register.
   */
  Dataset<Row> of(OwnTable table) {
    return tables.read(table).join(areas, new String[] {Columns.YEAR, Columns.UNIT_ID}, "inner");
  }

  private static Dataset<Row> areas(Tables tables, Collection<ReportData.Key> documents) {
    StructType key =
        new StructType()
            .add(Columns.YEAR, DataTypes.IntegerType)
            .add(DOCUMENT, DataTypes.StringType);
    List<Row> rows = documents.stream().map(d -> RowFactory.create(d.year(), d.unit())).toList();
    return tables
        .read(OwnTable.UNITS_BY_YEAR)
        .select(
            col(Columns.YEAR),
            col(Columns.UNIT_ID),
            col(Columns.NAME),
            explode(col(Columns.ANCESTORS)).as(DOCUMENT))
        .join(
            tables.spark().createDataFrame(rows, key),
            new String[] {Columns.YEAR, DOCUMENT},
            "inner");
  }
}
