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
  private static final FsPermission OWNER_ONLY = new FsPermission((short) 0600);

  private Secret() {}

  /**
   * The secret in hexadecimal; made on first use, readable by its owner only.
   *
   * @param isNew whether the warehouse holds no records yet: only then a secret is made, since
   *     another one would tell the parties of old and new records apart
   */
  public static String of(String warehouse, boolean isNew, Configuration conf) {
    Path path = new Path(warehouse).suffix(".secret");
    try {
      FileSystem fs = Folders.fileSystem(path, conf);
      if (!fs.exists(path)) {
        if (!isNew) {
          throw unusable(path, "it is missing though the warehouse holds records", null);
        }
        make(fs, path);
      }
      return read(fs, path);
    } catch (IOException e) {
      throw unusable(path, e.getMessage(), e);
    }
  }

  private static String read(FileSystem fs, Path path) throws IOException {
    try (FSDataInputStream in = fs.open(path)) {
      String secret = new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip();
      if (!secret.matches("[0-9a-f]{" + 2 * BYTES + "}")) {
        throw unusable(path, "it does not hold " + 2 * BYTES + " hexadecimal digits", null);
      }
      return secret;
    }
  }

  private static Failure unusable(Path path, String why, IOException cause) {
    return new Failure(
        FailureCode.UNUSABLE,
        "the secret of the warehouse, %s, cannot be used: %s. Bring the file that was made with the warehouse, or mend its rights."
            .formatted(path, why),
        cause);
  }

  /** Written aside and moved, so that nobody reads half of it. */
  private static void make(FileSystem fs, Path path) throws IOException {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    fs.mkdirs(path.getParent());
    Path aside = path.suffix("." + Long.toHexString(new SecureRandom().nextLong()));
    try (FSDataOutputStream out = fs.create(aside, false)) {
      // The rights are set while the file is still empty.
      fs.setPermission(aside, OWNER_ONLY);
      out.write((HexFormat.of().formatHex(secret) + "\n").getBytes(StandardCharsets.US_ASCII));
    }
    if (!fs.rename(aside, path)) {
      fs.delete(aside, false);
    }
  }
}
