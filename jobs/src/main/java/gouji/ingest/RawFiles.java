package gouji.ingest;

import gouji.contract.DataSet;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
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
      return text(task, path, conf);
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

  private static RawRows text(FileTask task, Path path, Configuration conf) throws IOException {
    Reader reader = reader(task, task.piece(), path, conf);
    if (task.kind() == FileKind.JSONL || task.kind() == FileKind.JSONL_GZ) {
      return new JsonRows(reader, task.piece().line());
    }
    if (task.piece().isFirst()) {
      return new CsvRows(reader);
    }
    try (CsvRows beginning = new CsvRows(reader(task, Piece.WHOLE, path, conf))) {
      return new CsvRows(reader, task.piece().line(), beginning.header());
    }
  }

  private static Reader reader(FileTask task, Piece piece, Path path, Configuration conf)
      throws IOException {
    FSDataInputStream in = PlainFiles.of(path, conf).open(path);
    InputStream bytes = in;
    if (task.kind().isGzip()) {
      bytes = new GZIPInputStream(in, CHUNK);
    } else if (piece.from() > 0 || piece.to() >= 0) {
      in.seek(piece.from());
      bytes = new Limited(in, piece.to() < 0 ? Long.MAX_VALUE : piece.to() - piece.from());
    }
    return new InputStreamReader(bytes, Charset.forName(task.charset()));
  }

  /** A stream that ends after some bytes. */
  private static final class Limited extends FilterInputStream {
    private long left;

    Limited(InputStream in, long left) {
      super(in);
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      int b = left > 0 ? super.read() : -1;
      left -= b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int most = (int) Math.min(length, left);
      int n = most == 0 ? -1 : super.read(into, offset, most);
      left -= Math.max(n, 0);
      return n;
    }
  }
}
