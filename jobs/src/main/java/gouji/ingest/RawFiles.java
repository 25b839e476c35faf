package gouji.ingest;

import gouji.contract.DataSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Opens input files of every kind. */
final class RawFiles {
  private static final int CHUNK = 1 << 16;

  private RawFiles() {}

  /** The rows of a file; null when it cannot be read, which is known before any row is given. */
  static RawRows open(FileTask task, DataSet set, Configuration conf) throws IOException {
    if (task.problem() != null) {
      return null;
    }
    Path path = new Path(task.path());
    if (task.kind().isText()) {
      return text(task, PlainFiles.of(path, conf).open(path));
    }
    try {
      return binary(task, path, set, conf);
    } catch (IOException e) {
      // Its content is to blame only when its bytes can be read and still say nothing.
      readThrough(path, conf);
    }
    try {
      return binary(task, path, set, conf);
    } catch (IOException e) {
      return null;
    }
  }

  private static RawRows binary(FileTask task, Path path, DataSet set, Configuration conf)
      throws IOException {
    if (task.kind() == FileKind.PARQUET) {
      return new ParquetRows(path, conf);
    }
    try (InputStream in = PlainFiles.of(path, conf).open(path)) {
      return XlsxRows.open(in, set);
    }
  }

  private static void readThrough(Path path, Configuration conf) throws IOException {
    try (InputStream in = PlainFiles.of(path, conf).open(path)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
  }

  private static RawRows text(FileTask task, InputStream in) throws IOException {
    InputStream bytes = task.kind().isGzip() ? new GZIPInputStream(in, CHUNK) : in;
    Reader reader = new InputStreamReader(bytes, Charset.forName(task.charset()));
    return task.kind() == FileKind.CSV || task.kind() == FileKind.CSV_GZ
        ? new CsvRows(reader)
        : new JsonRows(reader);
  }
}
