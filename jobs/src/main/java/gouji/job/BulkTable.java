package gouji.job;

import gouji.contract.Columns;
import gouji.contract.Declarations;
import gouji.contract.Indicator;
import gouji.contract.OwnTable;
import gouji.export.BulkFile;
import gouji.store.Folders;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.functions;

/** One table as bulk files: the columns of the contract, rows in the order of all columns. */
final class BulkTable {
  private final OwnTable table;
  private final Dataset<Row> rows;
  private final boolean small;
  private final Set<String> rates = new HashSet<>();

  /**
   * That table.
   *
   * @param small whether one task sorts it; a large one is sorted in several, which Spark then has
   *     to sample
   */
  BulkTable(OwnTable table, Dataset<Row> rows, Declarations declared, boolean small) {
    this.table = table;
    this.rows = rows;
    this.small = small;
    declared.indicators().values().stream()
        .filter(i -> i.kind() == Indicator.Kind.RATE)
        .forEach(i -> rates.add(i.code()));
  }

  /**
   * Writes the table in that format into the folder; gives the name of the file, none for the
   * folder of several that Parquet makes.
   */
  Optional<String> write(ExportFormat format, Path folder, Configuration conf) throws IOException {
    String name = table == OwnTable.UNITS_BY_YEAR ? "units" : table.tableName();
    Path path = new Path(folder, name + "." + format.name().toLowerCase(java.util.Locale.ROOT));
    List<OwnTable.Column> columns = columns(format);
    Dataset<Row> sorted = sorted(columns);
    if (format == ExportFormat.PARQUET) {
      sorted.write().mode(SaveMode.Overwrite).parquet(path.toString());
      return Optional.empty();
    }
    BulkFile file = new BulkFile(columns.stream().map(OwnTable.Column::name).toList());
    try (OutputStream out = Folders.create(path, conf)) {
      // One partition at a time: bounded by the largest.
      Iterator<List<Object>> rows = values(sorted.toLocalIterator(), columns);
      if (format == ExportFormat.CSV) {
        file.writeCsv(rows, out);
      } else {
        file.writeJsonLines(rows, out);
      }
    }
    return Optional.of(path.getName());
  }

  /** Findings have more to tell than their lines of CSV, which others rely on, can hold. */
  private List<OwnTable.Column> columns(ExportFormat format) {
    return table == OwnTable.FINDINGS && format != ExportFormat.CSV
        ? table.columns()
        : table.shown();
  }

  private Dataset<Row> sorted(List<OwnTable.Column> columns) {
    Column[] shown = columns.stream().map(c -> functions.col(c.name())).toArray(Column[]::new);
    return small
        ? rows.select(shown).coalesce(1).sortWithinPartitions(shown)
        : rows.select(shown).orderBy(shown);
  }

  private Iterator<List<Object>> values(Iterator<Row> rows, List<OwnTable.Column> columns) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public List<Object> next() {
        return values(rows.next(), columns);
      }
    };
  }

  private List<Object> values(Row row, List<OwnTable.Column> columns) {
    Object[] values = new Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      Object value =
          columns.get(i).kind() == OwnTable.Kind.STRINGS && !row.isNullAt(i)
              ? row.<String>getList(i)
              : row.get(i);
      values[i] = value instanceof BigDecimal number ? plain(number) : value;
    }
    if (table == OwnTable.INDICATORS && rates.contains(row.<String>getAs(Columns.INDICATOR))) {
      int at = row.fieldIndex(Columns.VALUE);
      values[at] = row.getDecimal(at).setScale(2);
    }
    return new ArrayList<>(Arrays.asList(values));
  }

  /** Without trailing zeros; never with an exponent. */
  private static BigDecimal plain(BigDecimal number) {
    BigDecimal bare = number.stripTrailingZeros();
    return bare.scale() < 0 ? bare.setScale(0) : bare;
  }
}
