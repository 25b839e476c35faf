package gouji.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetFilesTest {
  private static final String FEES =
      "message m { optional binary unit_id (STRING); optional int64 receipt_no;"
          + " optional int32 collected_on (DATE); optional int64 amount_yuan (DECIMAL(18,2));"
          + " optional int64 submitted_at (TIMESTAMP(MICROS,true)); optional boolean withdrawn;"
          + " optional double extra; }";

  @TempDir Path folder;

  @SafeVarargs
  private Path file(String schema, Consumer<Group>... rows) throws IOException {
    MessageType type = MessageTypeParser.parseMessageType(schema);
    Path file = folder.resolve("a.parquet");
    Files.deleteIfExists(file);
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new org.apache.hadoop.fs.Path(file.toUri()))
            .withConf(new Configuration())
            .withType(type)
            .build()) {
      for (Consumer<Group> row : rows) {
        Group group = new SimpleGroupFactory(type).newGroup();
        row.accept(group);
        writer.write(group);
      }
    }
    return file;
  }

  private static int day(String day) {
    return (int) LocalDate.parse(day).toEpochDay();
  }

  @Test
  void countsRowsFromOneAndReadsTypedColumns() throws IOException {
    Path file =
        file(
            FEES,
            row ->
                row.append("unit_id", "０01")
                    .append("receipt_no", 1234567890123456789L)
                    .append("collected_on", day("2020-03-07"))
                    .append("amount_yuan", -12345L)
                    .append("submitted_at", 1_583_545_323_999_999L)
                    .append("withdrawn", false),
            row -> {},
            row -> row.append("unit_id", "\u3000"),
            row ->
                row.append("unit_id", "1")
                    .append("receipt_no", 2L)
                    .append("collected_on", day("1899-12-31"))
                    .append("extra", 1.5),
            row ->
                row.append("unit_id", "1")
                    .append("receipt_no", 3L)
                    .append("collected_on", day("2020-01-01") + 10_000_000)
                    .append("amount_yuan", 1L));

    Taken taken = Taken.of("fees", file);

    assertThat(taken.accepted)
        .containsExactly(
            "1 unit_id=001 receipt_no=1234567890123456789 collected_on=2020-03-07"
                + " amount_yuan=-123.45 submitted_at=2020-03-07T01:42:03Z withdrawn=false");
    assertThat(taken.rejects)
        .containsExactly(
            "4,collected_on,out_of_range,1899-12-31",
            "4,amount_yuan,missing_value,",
            "5,collected_on,out_of_range,+29399-01-26");
    assertThat(taken.read).isEqualTo(3);
    assertThat(taken.notes).containsExactly("columns that are not known here are left out: extra");
  }

  @Test
  void readsDoublesToFifteenDigitsAndRefusesLongerKeys() throws IOException {
    Path file =
        file(
            "message m { optional double unit_id; optional float receipt_no; optional int64"
                + " collected_on (TIMESTAMP(MILLIS,false)); optional double amount_yuan; }",
            row ->
                row.append("unit_id", 361125d)
                    .append("receipt_no", 7f)
                    .append("collected_on", 1_583_545_323_999L)
                    .append("amount_yuan", 0.1 + 0.2),
            row ->
                row.append("unit_id", 1e15)
                    .append("receipt_no", 1.5f)
                    .append("collected_on", 0L)
                    .append("amount_yuan", Double.NaN));

    Taken taken = Taken.of("fees", file);

    assertThat(taken.accepted)
        .containsExactly("1 unit_id=361125 receipt_no=7 collected_on=2020-03-07 amount_yuan=0.30");
    assertThat(taken.rejects)
        .containsExactly(
            "2,unit_id,bad_number,1000000000000000",
            "2,receipt_no,bad_number,1.5",
            "2,amount_yuan,bad_number,NaN");
  }

  @Test
  void refusesNestedRowsAndMissingOrDoubledColumns() throws IOException {
    String nested = FEES.replace("optional double extra", "repeated binary extra (STRING)");
    Path file =
        file(nested, row -> row.append("unit_id", "1").append("extra", "a").append("extra", "b"));
    assertThat(Taken.of("fees", file).rejects)
        .hasSize(1)
        .first()
        .asString()
        .startsWith("1,,malformed_row,");

    assertThat(Taken.of("fees", file("message m { optional int32 unit_id; }")).rejects)
        .containsExactly("1,receipt_no,missing_column,unit_id");
    assertThat(
            Taken.of("fees", file("message m { optional int32 unit_id; optional int32 Unit_ID; }"))
                .rejects)
        .containsExactly("1,,malformed_row,unit_id,Unit_ID");
  }

  @Test
  void acceptsNoRowOfABrokenFile() throws IOException {
    Path file = file(FEES, row -> row.append("unit_id", "1".repeat(100)).append("receipt_no", 5L));
    byte[] sound = Files.readAllBytes(file);
    byte[] changed = sound.clone();
    Arrays.fill(changed, 4, 40, (byte) 0xff);

    for (byte[] bytes :
        new byte[][] {Arrays.copyOf(sound, sound.length - 20), changed, new byte[50]}) {
      Taken taken = Taken.of("fees", "a.parquet", bytes);
      assertThat(taken.rejects).containsExactly("1,,unreadable_file,");
      assertThat(taken.read).isZero();
    }
  }

  @Test
  void readsDecimalsInBytes() throws IOException {
    Path file =
        file(
            "message m { optional binary unit_id (STRING); optional int32 receipt_no; optional"
                + " binary collected_on (STRING); optional binary amount_yuan (DECIMAL(20,3)); }",
            row ->
                row.append("unit_id", "1")
                    .append("receipt_no", 1)
                    .append("collected_on", "2020年1月1日")
                    .append(
                        "amount_yuan",
                        Binary.fromConstantByteArray(new byte[] {(byte) 0xff, (byte) 0x06})));

    assertThat(Taken.of("fees", file).accepted)
        .containsExactly("1 unit_id=1 receipt_no=1 collected_on=2020-01-01 amount_yuan=-0.25");
  }
}
