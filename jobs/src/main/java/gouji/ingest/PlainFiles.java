package gouji.ingest;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFileSystem;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Where input files are: what lies beside one, such as an old checksum, says nothing of it. A step
 * does not know the room of the tables, which has the same for its own files.
 */
final class PlainFiles {
  private PlainFiles() {}

  /** The file system of a path, without checksum files. */
  static FileSystem of(Path path, Configuration conf) throws IOException {
    FileSystem fs = path.getFileSystem(conf);
    return fs instanceof ChecksumFileSystem checked ? checked.getRawFileSystem() : fs;
  }
}
