package gouji.job;

import gouji.failure.Failure;
import gouji.failure.FailureCode;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files that an audit is asked for: local files, folders with all below them, and globs. */
public final class AuditFiles {
  /** What the names of reports end with. */
  static final List<String> ENDINGS =
      List.of("txt", "md", "htm", "html", "xhtml", "mht", "docx", "doc", "pdf");

  /** The begin of an address such as hdfs://…; one letter alone is a drive. */
  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/.*", Pattern.DOTALL);

  private AuditFiles() {}

  /** The files, those of a folder or glob in order; fails where there is none. */
  public static List<Path> of(List<String> asked) {
    Set<Path> files = new LinkedHashSet<>();
    for (String one : asked) {
      checkLocal(one);
      List<Path> found = found(one);
      if (found.isEmpty()) {
        throw new Failure(
            FailureCode.UNUSABLE,
            "there is no file %s. Name a published report, a folder of them, or a pattern such as reports/*.html."
                .formatted(one));
      }
      files.addAll(found);
    }
    return new ArrayList<>(files);
  }

  /** Refuses an address: published reports are read from, and written to, this machine only. */
  public static void checkLocal(String path) {
    if (ADDRESS.matcher(path).matches()) {
      throw new Failure(
          FailureCode.UNUSABLE,
          "%s is an address, and audit reads and writes files of this machine only. Copy reports here (hadoop fs -get, curl -O), and name local files and folders."
              .formatted(path));
    }
  }

  private static List<Path> found(String asked) {
    try {
      Path path = Path.of(asked);
      if (Files.isRegularFile(path)) {
        return List.of(path);
      }
      if (Files.isDirectory(path)) {
        return below(path).filter(f -> mayBeReport(f.getFileName().toString())).sorted().toList();
      }
      return matching(asked);
    } catch (InvalidPathException e) {
      return List.of();
    }
  }

  private static List<Path> matching(String pattern) {
    int wild = wild(pattern);
    if (wild < 0) {
      return List.of();
    }
    int slash = pattern.lastIndexOf('/', wild);
    Path from = Path.of(slash < 0 ? "." : slash == 0 ? "/" : pattern.substring(0, slash));
    PathMatcher matcher =
        FileSystems.getDefault().getPathMatcher("glob:" + (slash < 0 ? "./" : "") + pattern);
    return Files.isDirectory(from)
        ? below(from).filter(matcher::matches).sorted().toList()
        : List.of();
  }

  private static int wild(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      if ("*?[{".indexOf(pattern.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private static Stream<Path> below(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new Failure(
          FailureCode.UNUSABLE,
          "the folder %s cannot be read. Look at its rights.".formatted(folder),
          e);
    }
  }

  /** Whether a file of that name may hold a report. */
  static boolean mayBeReport(String name) {
    int point = name.lastIndexOf('.');
    return point > 0 && ENDINGS.contains(name.substring(point + 1).toLowerCase(Locale.ROOT));
  }
}
