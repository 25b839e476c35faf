package gouji.testkit;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/**
 * The local disk under {@code faulty:/}, with files that misbehave: one whose name begins with
 * {@code unreadable} cannot be opened, {@code growing} is longer each time it is opened, {@code
 * late} from the second time on.
 */
public final class FaultyFiles extends RawLocalFileSystem {
  private static final String SCHEME = "faulty";

  private final Map<String, Integer> opened = new ConcurrentHashMap<>();

  /** Makes paths that begin with {@code faulty:} go here. */
  public static void register(Configuration conf) {
    conf.set("fs.%s.impl".formatted(SCHEME), FaultyFiles.class.getName());
  }

  @Override
  public URI getUri() {
    return URI.create(SCHEME + ":///");
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FSDataInputStream open(Path path, int bufferSize) throws IOException {
    String name = path.getName();
    if (name.startsWith("unreadable")) {
      throw new IOException("the disk does not answer");
    }
    int times = opened.merge(path.toString(), 1, Integer::sum);
    if (name.startsWith("growing") || (name.startsWith("late") && times > 1)) {
      Files.write(pathToFile(path).toPath(), new byte[] {'\n'}, StandardOpenOption.APPEND);
    }
    return super.open(path, bufferSize);
  }
}
