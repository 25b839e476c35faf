package gouji.ingest;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.util.HadoopStreams;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** A Parquet file as its reader wants it. */
record ParquetSource(FileSystem files, Path path, long length) implements InputFile {

  static ParquetSource of(Path path, Configuration conf) throws IOException {
    FileSystem files = PlainFiles.of(path, conf);
    return new ParquetSource(files, path, files.getFileStatus(path).getLen());
  }

  @Override
  public long getLength() {
    return length;
  }

  @Override
  public SeekableInputStream newStream() throws IOException {
    return HadoopStreams.wrap(files.open(path));
  }
}
