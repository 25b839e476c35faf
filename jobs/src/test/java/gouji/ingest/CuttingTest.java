package gouji.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.contract.DataSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is read in pieces gives the same rows, each with its line. */
class CuttingTest {
  private static final DataSet FACTS = Taken.DECLARED.dataSet("facts");
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final List<String> PARTS =
      List.of(
          "a",
          "\"",
          "\"",
          ",",
          ",",
          "\n",
          "\r",
          "\r\n",
          "单位",
          "é",
          "\"a\nb\"",
          "\"\"",
          " ",
          "\t",
          "𠮷");

  @TempDir private Path folder;

  @Test
  void givesTheRowsOfTheWholeFile() throws IOException {
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "\uFEFF" : "");
      text.append(random.nextInt(3) == 0 ? "\n\n" : "").append("unit_id,值,\"c\"\n");
      int length = random.nextInt(60);
      for (int j = 0; j < length; j++) {
        text.append(PARTS.get(random.nextInt(PARTS.size())));
      }
      Charset charset = random.nextBoolean() ? StandardCharsets.UTF_8 : GB18030;
      holds("a.csv", text.toString().getBytes(charset), charset, 1 + random.nextInt(30));
    }
  }

  @Test
  void givesTheLinesOfTheWholeJsonFile() throws IOException {
    String text = "{\"a\":1}\r\n\n{\"a\":\"x\"}\r{\"a\":2}\n{\"b\":\"值\"}";
    for (int least = 1; least < 40; least++) {
      holds("a.jsonl", text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8, least);
    }
  }

  private void holds(String name, byte[] bytes, Charset charset, int least) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    FileKind kind = FileKind.find(name).orElseThrow();
    List<Piece> pieces = Prescan.of(new ByteArrayInputStream(bytes), kind, least).pieces();
    FileTask whole =
        new FileTask(
            file.toString(), name, kind, charset.name(), bytes.length, 1, null, Piece.WHOLE);
    List<RawRow> rows = new ArrayList<>();
    for (Piece piece : pieces) {
      rows.addAll(rows(whole.at(piece)));
    }
    assertThat(rows).as("%s cut at %s", new String(bytes, charset), pieces).isEqualTo(rows(whole));
  }

  private static List<RawRow> rows(FileTask task) throws IOException {
    List<RawRow> rows = new ArrayList<>();
    try (RawRows raw = RawFiles.open(task, FACTS, new Configuration())) {
      raw.header();
      for (RawRow row = raw.next(); row != null; row = raw.next()) {
        rows.add(row);
      }
    }
    return rows;
  }

  @Test
  void cutsALargeFileIntoManyPieces() throws IOException {
    String text = "unit_id,b\n" + "A,\"1\n2\"\n".repeat(100);
    List<Piece> pieces =
        Prescan.of(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), FileKind.CSV, 80)
            .pieces();

    assertThat(pieces).hasSize(11).element(1).isEqualTo(new Piece(82, 162, 20));
  }
}
