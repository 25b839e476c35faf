package gouji.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFilesTest {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String ROWS =
      "单位代码,名称,name,level,valid_from\n1,,弋阳县𠮷㐀,县,2020-01-01\n2,,\u20ac,镇,2020-01-01\n";
  private static final String UNREADABLE = "1,,unreadable_file,";

  @Test
  void tellsUtf8AndGb18030Apart() {
    for (String text : new String[] {ROWS, "\uFEFF" + ROWS}) {
      for (Charset charset : new Charset[] {StandardCharsets.UTF_8, GB18030}) {
        Taken taken = Taken.of("units", "a.csv", text.getBytes(charset));

        assertThat(taken.accepted)
            .containsExactly(
                "2 unit_id=1 name=弋阳县𠮷㐀 level=county valid_from=2020-01-01",
                "3 unit_id=2 name=€ level=town valid_from=2020-01-01");
      }
    }
  }

  @Test
  void tellsTheEncodingFromBytesFarIntoTheFile() {
    String text = ROWS + "3,,x,县,2020-01-01\n".repeat(20_000) + "4,,县县,县,2020-01-01\n";

    for (Charset charset : new Charset[] {StandardCharsets.UTF_8, GB18030}) {
      Taken taken = Taken.of("units", "a.csv.gz", gzip(text.getBytes(charset)));

      assertThat(taken.accepted).last().asString().startsWith("20004 unit_id=4 name=县县 ");
    }
  }

  @Test
  void refusesBytesOfNeitherEncoding() {
    byte[] bytes = ROWS.getBytes(StandardCharsets.UTF_8);
    bytes[ROWS.length() + 10] = (byte) 0xff;

    Taken taken = Taken.of("units", "a.csv", bytes);

    assertThat(taken.rejects).containsExactly(UNREADABLE);
    assertThat(taken.accepted).isEmpty();
    assertThat(taken.read).isZero();
    assertThat(taken.notes).containsExactly("its bytes are neither UTF-8 nor GB18030");
  }

  @Test
  void takesAByteOrderMarkAtItsWord() {
    byte[] bytes = "\uFEFFname\n县\n".getBytes(StandardCharsets.UTF_8);

    assertThat(Taken.of("units", "a.csv", Arrays.copyOf(bytes, bytes.length - 2)).notes)
        .containsExactly("its bytes are neither UTF-8 nor GB18030");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\uFEFF", " \r\n\t", "\n\n", "\uFEFF\u3000\n\u200B"})
  void refusesAFileWithNothingButWhiteSpace(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    assertThat(Taken.of("units", "a.csv", bytes).rejects).containsExactly(UNREADABLE);
    assertThat(Taken.of("units", "a.jsonl", bytes).rejects).containsExactly(UNREADABLE);
    assertThat(Taken.of("units", "a.csv.gz", gzip(bytes)).rejects).containsExactly(UNREADABLE);
    assertThat(Taken.of("units", "a.jsonl.gz", gzip(bytes)).rejects).containsExactly(UNREADABLE);
    assertThat(Taken.of("units", "a.xlsx", bytes).rejects).containsExactly(UNREADABLE);
    assertThat(Taken.of("units", "a.parquet", bytes).rejects).containsExactly(UNREADABLE);
  }

  @Test
  void acceptsNoRowOfAGzipThatBreaksOff() {
    byte[] bytes = gzip((ROWS + "3,,x,县,2020-01-01\n".repeat(5_000)).getBytes(GB18030));

    for (int length : new int[] {1, 9, bytes.length / 2, bytes.length - 8, bytes.length - 1}) {
      Taken taken = Taken.of("units", "a.csv.gz", Arrays.copyOf(bytes, length));

      assertThat(taken.rejects).containsExactly(UNREADABLE);
      assertThat(taken.accepted).isEmpty();
    }
    byte[] changed = bytes.clone();
    changed[bytes.length - 6]++;
    assertThat(Taken.of("units", "a.csv.gz", changed).rejects).containsExactly(UNREADABLE);
    assertThat(Taken.of("units", "a.csv.gz", ROWS.getBytes(GB18030)).rejects)
        .containsExactly(UNREADABLE);
  }

  @Test
  void readsAGzipOfSeveralParts() {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(gzip(ROWS.getBytes(StandardCharsets.UTF_8)));
    both.writeBytes(gzip("3,,x,县,2020-01-01".getBytes(StandardCharsets.UTF_8)));

    assertThat(Taken.of("units", "A.CSV.GZ", both.toByteArray()).accepted).hasSize(3);
  }

  @Test
  void knowsKindsByTheEndOfTheName() {
    assertThat(FileKind.find("甲.CSV")).contains(FileKind.CSV);
    assertThat(FileKind.find("a.b.jsonl.gz")).contains(FileKind.JSONL_GZ);
    assertThat(FileKind.find("readme.txt")).isEmpty();
    assertThat(FileKind.find("~$x.xlsx")).isEmpty();
    assertThat(FileKind.find("a.csv.zip")).isEmpty();
    assertThat(FileKind.find("a.gz")).isEmpty();
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
