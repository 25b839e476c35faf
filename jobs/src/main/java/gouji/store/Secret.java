package gouji.store;

import gouji.failure.Failure;
import gouji.failure.FailureCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;

/** The secret of a warehouse, by which personal values are hashed; kept beside the warehouse. */
public final class Secret {
  private static final int BYTES = 32;

  private Secret() {}

  /** The secret in hexadecimal; made on first use, readable by its owner only. */
  public static String of(String warehouse, Configuration conf) {
    Path folder = new Path(warehouse);
    Path path = folder.suffix(".secret");
    try {
      FileSystem fs = folder.getFileSystem(conf);
      if (!fs.exists(path)) {
        make(fs, path);
      }
      try (FSDataInputStream in = fs.open(path)) {
        return new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip();
      }
    } catch (IOException e) {
      throw new Failure(
          FailureCode.UNUSABLE,
          "the secret of the warehouse, %s, can neither be read nor made: %s. Mend its rights."
              .formatted(path, e.getMessage()),
          e);
    }
  }

  private static void make(FileSystem fs, Path path) throws IOException {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    fs.mkdirs(path.getParent());
    // The rights are set while the file is still empty.
    try (FSDataOutputStream out = fs.create(path, false)) {
      fs.setPermission(path, new FsPermission((short) 0600));
      out.write((HexFormat.of().formatHex(secret) + "\n").getBytes(StandardCharsets.US_ASCII));
    }
  }
}
