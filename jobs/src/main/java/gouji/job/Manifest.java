package gouji.job;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import gouji.store.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The file {@code manifest.json} of an output folder: from which state of the warehouse its files
 * were written, and the digest of each, so that a reader can check them and a run that finds
 * nothing new need not write them again.
 *
 * @param state digest of table versions, declarations, units and formats
 * @param files SHA-256 in hexadecimal by path relative to the folder
 */
record Manifest(String state, Map<String, String> files) {
  private static final String NAME = "manifest.json";
  private static final JsonFactory JSON = new JsonFactory();
  private static final int CHUNK = 1 << 16;

  Manifest {
    files = new TreeMap<>(files);
  }

  /** The manifest of files as they lie in the folder. */
  static Manifest of(String state, Path folder, Collection<String> names, Configuration conf)
      throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (String name : names) {
      files.put(name, sha256(new Path(folder, name), conf));
    }
    return new Manifest(state, files);
  }

  /** Whether the folder holds just these files of that state, unchanged. */
  static boolean isCurrent(String state, Path folder, Configuration conf) {
    try {
      Path path = new Path(folder, NAME);
      FileSystem fs = Folders.fileSystem(path, conf);
      if (!fs.exists(path)) {
        return false;
      }
      Manifest written = read(fs, path);
      return state.equals(written.state())
          && written.equals(of(state, folder, written.files().keySet(), conf));
    } catch (IOException e) {
      // A file that is missing or broken is written again.
      return false;
    }
  }

  private static Manifest read(FileSystem fs, Path path) throws IOException {
    String state = null;
    Map<String, String> files = new TreeMap<>();
    try (InputStream in = fs.open(path);
        JsonParser json = JSON.createParser(in)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.VALUE_STRING && "state".equals(json.currentName())) {
          state = json.getText();
        } else if (token == JsonToken.VALUE_STRING) {
          files.put(json.currentName(), json.getText());
        }
      }
    }
    return new Manifest(state, files);
  }

  /** Writes the manifest into the folder. */
  void write(Path folder, Configuration conf) throws IOException {
    try (OutputStream out = Folders.create(new Path(folder, NAME), conf);
        JsonGenerator json = JSON.createGenerator(out).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeStringField("state", state);
      json.writeObjectFieldStart("files");
      for (Map.Entry<String, String> file : files.entrySet()) {
        json.writeStringField(file.getKey(), file.getValue());
      }
      json.writeEndObject();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  /** SHA-256 of a text, in hexadecimal. */
  static String digest(String text) {
    return HexFormat.of()
        .formatHex(sha256().digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  private static String sha256(Path path, Configuration conf) throws IOException {
    MessageDigest digest = sha256();
    byte[] chunk = new byte[CHUNK];
    try (InputStream in = Folders.fileSystem(path, conf).open(path)) {
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        digest.update(chunk, 0, n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
