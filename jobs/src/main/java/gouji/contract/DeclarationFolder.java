package gouji.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * A folder of declarations, which may lie in the program's own jar.
 *
 * @param shown how messages name it
 * @param isThere whether there is such a folder
 * @param byKind the folders below it, with the names of the {@code .json} files in each
 * @param reader gives the bytes of a file
 */
record DeclarationFolder(
    String shown, boolean isThere, Map<String, Set<String>> byKind, Reader reader) {
  private static final String JSON = ".json";
  private static final String CARRIED = "schemas";

  /** Gives the bytes of a file below the folder. */
  private interface Reader {
    byte[] read(String file) throws IOException;
  }

  /** The declarations that the program carries. */
  static DeclarationFolder carried() {
    URL one = DeclarationReader.class.getResource("/" + CARRIED + "/datasets/units.json");
    try {
      URLConnection connection = one.openConnection();
      return connection instanceof JarURLConnection jar
          ? ofJar(jar)
          : of(Path.of(one.toURI()).getParent().getParent(), CARRIED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DeclarationFolder ofJar(JarURLConnection connection) throws IOException {
    Map<String, Set<String>> byKind = new TreeMap<>();
    // The program's own jar stays open as long as the program runs.
    JarFile jar = connection.getJarFile();
    jar.stream()
        .map(e -> e.getName().split("/", -1))
        .filter(path -> path.length == 3 && path[0].equals(CARRIED))
        .forEach(path -> note(byKind, path[1], path[2]));
    return new DeclarationFolder(
        CARRIED,
        true,
        byKind,
        file -> {
          try (InputStream in = jar.getInputStream(jar.getEntry(CARRIED + "/" + file))) {
            return in.readAllBytes();
          }
        });
  }

  /** A folder of the file system. */
  static DeclarationFolder of(Path folder, String shown) {
    Map<String, Set<String>> byKind = new TreeMap<>();
    boolean isThere = Files.isDirectory(folder);
    if (isThere) {
      for (Path kind : list(folder)) {
        if (Files.isDirectory(kind)) {
          byKind.put(kind.getFileName().toString(), new TreeSet<>());
          list(kind)
              .forEach(
                  f -> note(byKind, kind.getFileName().toString(), f.getFileName().toString()));
        }
      }
    }
    return new DeclarationFolder(
        shown, isThere, byKind, file -> Files.readAllBytes(folder.resolve(file)));
  }

  private static Set<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return new TreeSet<>(files.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void note(Map<String, Set<String>> byKind, String kind, String file) {
    Set<String> files = byKind.computeIfAbsent(kind, k -> new TreeSet<>());
    if (file.endsWith(JSON)) {
      files.add(file);
    }
  }

  /** The names of the folders below it. */
  Set<String> kinds() {
    return byKind.keySet();
  }

  /** The names of the files of a kind, in order. */
  Set<String> files(String kind) {
    return byKind.getOrDefault(kind, Set.of());
  }

  /** The text of a file, which must be UTF-8. */
  String text(String file) throws IOException {
    return StandardCharsets.UTF_8
        .newDecoder()
        .decode(ByteBuffer.wrap(reader.read(file)))
        .toString();
  }

  /** The place of a file as a whole. */
  Place place(String below) {
    return new Place(shown + "/" + below, 1, 1);
  }
}
