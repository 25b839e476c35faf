package gouji.ingest;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.NanoTime;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/** The rows of a Parquet file, counted from 1. */
final class ParquetRows implements RawRows {
  private final ParquetReader<Group> reader;
  private final List<Type> columns;
  private long ordinal;

  ParquetRows(Path path, Configuration conf) throws IOException {
    ParquetSource source = ParquetSource.of(path, conf);
    try (ParquetFileReader footer = ParquetFileReader.open(source)) {
      columns = footer.getFooter().getFileMetaData().getSchema().getFields();
      proveWhole(source, conf);
    } catch (RuntimeException e) {
      throw new IOException("it is no sound Parquet file", e);
    }
    reader = open(source, conf);
  }

  private static ParquetReader<Group> open(ParquetSource source, Configuration conf)
      throws IOException {
    return new Builder(source).withConf(conf).build();
  }

  /** Reads groups; the library has a builder for them from a path only. */
  private static final class Builder extends ParquetReader.Builder<Group> {
    Builder(ParquetSource source) {
      super(source);
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }

  /** Reads the file through once, so that a broken one gives no row at all. */
  private static void proveWhole(ParquetSource source, Configuration conf) throws IOException {
    try (ParquetReader<Group> rows = open(source, conf)) {
      while (rows.read() != null) {
        // only whether it can be read is asked
      }
    }
  }

  @Override
  public RawRow header() {
    List<RawCell> cells = columns.stream().map(c -> RawCell.text(c.getName())).toList();
    return new RawRow(1, null, cells, false, null);
  }

  @Override
  public RawRow next() throws IOException {
    for (Group group = reader.read(); group != null; group = reader.read()) {
      ordinal++;
      List<RawCell> cells = new ArrayList<>(columns.size());
      boolean nested = false;
      for (int i = 0; i < columns.size(); i++) {
        boolean there = group.getFieldRepetitionCount(i) > 0;
        nested |= there && (!columns.get(i).isPrimitive() || group.getFieldRepetitionCount(i) > 1);
        cells.add(there && !nested ? cell(group, i) : RawCell.EMPTY);
      }
      if (nested) {
        return new RawRow(ordinal, null, cells, true, group.toString().strip());
      }
      if (cells.stream().anyMatch(c -> !Texts.isEmpty(c.text()))) {
        return new RawRow(ordinal, null, cells, false, null);
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private RawCell cell(Group group, int i) {
    PrimitiveType type = columns.get(i).asPrimitiveType();
    LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
    return switch (type.getPrimitiveTypeName()) {
      case BOOLEAN -> new RawCell(RawCell.Kind.BOOLEAN, String.valueOf(group.getBoolean(i, 0)));
      case INT32 -> whole(group.getInteger(i, 0), meaning);
      case INT64 -> whole(group.getLong(i, 0), meaning);
      case INT96 -> time(nano(NanoTime.fromBinary(group.getInt96(i, 0))));
      case FLOAT -> floating(String.valueOf(group.getFloat(i, 0)));
      case DOUBLE -> floating(String.valueOf(group.getDouble(i, 0)));
      case BINARY, FIXED_LEN_BYTE_ARRAY ->
          meaning instanceof DecimalLogicalTypeAnnotation decimal
              ? exact(
                  new BigDecimal(
                      new BigInteger(group.getBinary(i, 0).getBytes()), decimal.getScale()))
              : RawCell.text(group.getBinary(i, 0).toStringUsingUTF8());
    };
  }

  private static RawCell whole(long value, LogicalTypeAnnotation meaning) {
    if (meaning instanceof DateLogicalTypeAnnotation) {
      return new RawCell(RawCell.Kind.DATE, LocalDate.ofEpochDay(value).toString());
    }
    if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
      return exact(BigDecimal.valueOf(value, decimal.getScale()));
    }
    if (meaning instanceof TimestampLogicalTypeAnnotation stamp) {
      long perSecond =
          switch (stamp.getUnit()) {
            case MILLIS -> 1_000L;
            case MICROS -> 1_000_000L;
            case NANOS -> 1_000_000_000L;
          };
      return time(Instant.ofEpochSecond(Math.floorDiv(value, perSecond)));
    }
    return exact(BigDecimal.valueOf(value));
  }

  private static RawCell exact(BigDecimal number) {
    return new RawCell(RawCell.Kind.NUMBER, number.toPlainString());
  }

  private static RawCell floating(String number) {
    return number.equals("NaN") || number.endsWith("Infinity")
        ? RawCell.text(number)
        : XlsxRows.number(new BigDecimal(number));
  }

  private static Instant nano(NanoTime time) {
    long julianEpoch = 2_440_588L;
    return Instant.ofEpochSecond(
        (time.getJulianDay() - julianEpoch) * 86_400L + time.getTimeOfDayNanos() / 1_000_000_000L);
  }

  private static RawCell time(Instant instant) {
    return XlsxRows.date(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
  }
}
