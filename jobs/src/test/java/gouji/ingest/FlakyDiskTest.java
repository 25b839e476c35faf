package gouji.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gouji.contract.DataSet;
import gouji.contract.DeclarationReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fails is told from a file that is broken. */
class FlakyDiskTest {
  private static final AtomicInteger FAILURES = new AtomicInteger();
  private static final DataSet UNITS = DeclarationReader.readAll(List.of()).dataSets().get("units");

  @TempDir private java.nio.file.Path folder;

  /** The local disk, on which the next openings fail. */
  public static final class Flaky extends RawLocalFileSystem {
    @Override
    public URI getUri() {
      return URI.create("flaky:///");
    }

    @Override
    public FSDataInputStream open(Path path, int buffer) throws IOException {
      if (FAILURES.getAndDecrement() > 0) {
        throw new IOException("the disk does not answer");
      }
      return super.open(new Path(path.toUri().getPath()), buffer);
    }

    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
      return super.getFileStatus(new Path(path.toUri().getPath()));
    }
  }

  @BeforeEach
  void mend() {
    FAILURES.set(0);
  }

  private RawRows open(String name) throws IOException {
    Configuration conf = new Configuration();
    conf.set("fs.flaky.impl", Flaky.class.getName());
    FileKind kind = FileKind.find(name).orElseThrow();
    String path = "flaky://" + folder.resolve(name);
    return RawFiles.open(
        new FileTask(path, name, kind, null, 0, 1, null, Piece.WHOLE), UNITS, conf);
  }

  private void workbook() throws IOException {
    try (OutputStream out = Files.newOutputStream(folder.resolve("a.xlsx"));
        Workbook book = new Workbook(out, "test", "1.0")) {
      book.newWorksheet("units").value(0, 0, "unit_id");
    }
  }

  @Test
  void readsAgainWhatFailedOnce() throws IOException {
    workbook();
    FAILURES.set(1);

    assertThat(open("a.xlsx").header().cells()).hasSize(1);
  }

  @Test
  void takesNoFileForBrokenWhileTheDiskFails() throws IOException {
    workbook();
    Files.write(folder.resolve("a.parquet"), new byte[] {1, 2, 3});
    for (String file : List.of("a.xlsx", "a.parquet")) {
      FAILURES.set(Integer.MAX_VALUE);
      assertThatThrownBy(() -> open(file)).hasMessage("the disk does not answer");
    }
  }

  @Test
  void takesAFileForBrokenWhoseBytesSayNothing() throws IOException {
    Files.write(folder.resolve("a.xlsx"), new byte[] {1, 2, 3});
    Files.write(folder.resolve("a.parquet"), new byte[] {1, 2, 3});

    assertThat(open("a.xlsx")).isNull();
    assertThat(open("a.parquet")).isNull();
  }
}
