package gouji.store;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFileSystem;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Files beside the tables, without the checksum files that Hadoop lays beside local ones. */
public final class Folders {
  private Folders() {}

  /** The file system of a path. */
  public static FileSystem fileSystem(Path path, Configuration conf) throws IOException {
    FileSystem fs = path.getFileSystem(conf);
    return fs instanceof ChecksumFileSystem checked ? checked.getRawFileSystem() : fs;
  }

  /** A new file at that path, in place of an old one; its folders are made. */
  public static OutputStream create(Path path, Configuration conf) throws IOException {
    return fileSystem(path, conf).create(path, true);
  }
}
