package gouji.store;

import gouji.contract.OwnTable;
import io.delta.kernel.Scan;
import io.delta.kernel.Snapshot;
import io.delta.kernel.Table;
import io.delta.kernel.data.ArrayValue;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.MapValue;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.engine.FileReadResult;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.types.DataTypeJsonSerDe;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;

/**
 * Reads one of our own tables that has few rows, without Spark: planning and running a query takes
 * many times as long as reading the file behind it.
 *
 * @param table which one
 * @param path its folder
 * @param version which version; null for the newest
 */
record SmallTable(OwnTable table, String path, Long version) {

  /** All rows; what the files lack, a newer column for instance, is missing. */
  List<Entry> rows(Configuration conf) throws IOException {
    Engine engine = DefaultEngine.create(conf);
    Table delta = Table.forPath(engine, path);
    Snapshot snapshot =
        version == null
            ? delta.getLatestSnapshot(engine)
            : delta.getSnapshotAsOfVersion(engine, version);
    Scan scan = snapshot.getScanBuilder().build();
    Row state = scan.getScanState(engine);
    List<Entry> rows = new ArrayList<>();
    try (CloseableIterator<FilteredColumnarBatch> batches = scan.getScanFiles(engine)) {
      while (batches.hasNext()) {
        try (CloseableIterator<Row> files = batches.next().getRows()) {
          while (files.hasNext()) {
            read(engine, state, files.next(), rows);
          }
        }
      }
    }
    return rows;
  }

  private void read(Engine engine, Row state, Row file, List<Entry> rows) throws IOException {
    CloseableIterator<?> physical =
        engine.getParquetHandler().readParquetFiles(single(file), columns(state), Optional.empty());
    try (CloseableIterator<FilteredColumnarBatch> logical =
        Scan.transformPhysicalData(engine, state, file, physical.map(SmallTable::batch))) {
      while (logical.hasNext()) {
        read(logical.next(), rows);
      }
    }
  }

  /**
   * The columns as they lie in the files: the last schema that the state of the scan holds of them.
   * The Kernel's own method for it takes other parameters in older versions.
   */
  private static StructType columns(Row state) {
    StructType parts = state.getSchema();
    int last =
        IntStream.range(0, parts.length())
            .filter(i -> parts.at(i).getName().startsWith("physical"))
            .max()
            .orElseThrow();
    return DataTypeJsonSerDe.deserializeStructType(state.getString(last));
  }

  /** The rows that were read: older Kernels, which fit older Spark, give them as they are. */
  private static ColumnarBatch batch(Object read) {
    return read instanceof ColumnarBatch rows ? rows : ((FileReadResult) read).getData();
  }

  private static CloseableIterator<FileStatus> single(Row file) {
    return Utils.singletonCloseableIterator(InternalScanFileUtils.getAddFileStatus(file));
  }

  private void read(FilteredColumnarBatch batch, List<Entry> rows) {
    ColumnVector selected = batch.getSelectionVector().orElse(null);
    for (int row = 0; row < batch.getData().getSize(); row++) {
      if (selected == null || (!selected.isNullAt(row) && selected.getBoolean(row))) {
        rows.add(entry(batch.getData(), row));
      }
    }
  }

  private Entry entry(ColumnarBatch data, int row) {
    Map<String, Object> values = new HashMap<>();
    for (OwnTable.Column column : table.columns()) {
      int at = data.getSchema().indexOf(column.name());
      ColumnVector vector = at < 0 ? null : data.getColumnVector(at);
      if (vector != null && !vector.isNullAt(row)) {
        values.put(column.name(), value(vector, column.kind(), row));
      }
    }
    return new Entry(values);
  }

  private static Object value(ColumnVector vector, OwnTable.Kind kind, int row) {
    return switch (kind) {
      case INT -> vector.getInt(row);
      case BIGINT -> vector.getLong(row);
      case DECIMAL -> vector.getDecimal(row);
      case STRING -> vector.getString(row);
      case BOOLEAN -> vector.getBoolean(row);
      case TIMESTAMP -> Instant.EPOCH.plus(vector.getLong(row), ChronoUnit.MICROS);
      case INTS -> list(vector.getArray(row), ColumnVector::getInt);
      case BIGINTS -> list(vector.getArray(row), ColumnVector::getLong);
      case DECIMALS -> list(vector.getArray(row), ColumnVector::getDecimal);
      case STRINGS -> list(vector.getArray(row), ColumnVector::getString);
      case NUMBERS -> numbers(vector.getMap(row));
    };
  }

  private static <T> List<T> list(ArrayValue array, BiFunction<ColumnVector, Integer, T> value) {
    List<T> list = new ArrayList<>();
    for (int i = 0; i < array.getSize(); i++) {
      list.add(value.apply(array.getElements(), i));
    }
    return list;
  }

  private static Map<String, Long> numbers(MapValue map) {
    Map<String, Long> numbers = new HashMap<>();
    for (int i = 0; i < map.getSize(); i++) {
      numbers.put(map.getKeys().getString(i), map.getValues().getLong(i));
    }
    return numbers;
  }
}
