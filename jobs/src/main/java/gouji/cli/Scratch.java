package gouji.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * The folder in which Spark keeps what it needs while a command runs. Its name tells machine and
 * process: those of processes that were killed are removed by the next command.
 *
 * @param folder the folder
 */
record Scratch(Path folder) {

  /** A new folder in the system's temporary one. */
  static Scratch make() {
    String prefix = "gouji-" + host() + "-";
    try {
      Path made = Files.createTempDirectory(prefix + ProcessHandle.current().pid() + "-");
      dead(made.getParent(), prefix).forEach(Scratch::delete);
      return new Scratch(made);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Scratch> dead(Path parent, String prefix) {
    Pattern name = Pattern.compile(Pattern.quote(prefix) + "([0-9]{1,18})-[0-9]+");
    try (Stream<Path> all = Files.list(parent)) {
      return all.filter(
              f -> {
                Matcher one = name.matcher(f.getFileName().toString());
                return one.matches() && ProcessHandle.of(Long.parseLong(one.group(1))).isEmpty();
              })
          .map(Scratch::new)
          .toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (IOException e) {
      return "localhost";
    }
  }

  /** Removes the folder with all that is in it. */
  void delete() {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException | UncheckedIOException e) {
      // What is still being written, or is another user's, stays.
      LoggerFactory.getLogger(Scratch.class).warn("{} is left behind", folder, e);
    }
  }
}
