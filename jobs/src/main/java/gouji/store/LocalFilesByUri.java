package gouji.store;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFs;
import org.apache.hadoop.fs.DelegateToFileSystem;

/**
 * {@link LocalFiles} for Hadoop's other interface, through which Delta commits. For {@code
 * fs.AbstractFileSystem.file.impl}.
 */
public final class LocalFilesByUri extends ChecksumFs {

  /** Made by Hadoop, which finds this constructor by its parameters. */
  public LocalFilesByUri(URI uri, Configuration conf) throws IOException, URISyntaxException {
    super(new Raw(uri, conf));
  }

  /** The files themselves, without checksums. */
  private static final class Raw extends DelegateToFileSystem {
    Raw(URI uri, Configuration conf) throws IOException, URISyntaxException {
      super(uri, new LocalFiles.Raw(), conf, "file", false);
    }

    @Override
    public int getUriDefaultPort() {
      return -1;
    }

    @Override
    public boolean isValidName(String name) {
      // The system's own rules hold, as in Hadoop.
      return true;
    }
  }
}
