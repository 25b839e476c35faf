package gouji.job;

import gouji.contract.Declarations;
import gouji.contract.Nearest;
import gouji.failure.Failure;
import gouji.failure.FailureCode;
import gouji.ingest.FileKind;
import gouji.store.Folders;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What lies in an input folder, or in a folder of published reports.
 *
 * @param files files of a known kind, in the order of their paths: those below the folder of a data
 *     set, and reports
 * @param warnings what was left alone, and why
 */
record InputListing(List<Entry> files, List<String> warnings) {

  /**
   * One input file.
   *
   * @param file its path relative to the input folder; of a report that relative to the folder of
   *     reports, behind {@code published/}
   */
  record Entry(String dataSet, String file, Path path, FileKind kind, Stamp stamp)
      implements Serializable {
    /** Whether it was written since it was listed. */
    boolean isChanged(Configuration conf) throws IOException {
      return !stamp.equals(Stamp.of(Folders.fileSystem(path, conf).getFileStatus(path)));
    }
  }

  /**
   * What changes with a file.
   *
   * @param bytes its length
   * @param modified when it was written last, in milliseconds
   */
  record Stamp(long bytes, long modified) implements Serializable {
    private static Stamp of(FileStatus status) {
      return new Stamp(status.getLen(), status.getModificationTime());
    }
  }

  /** Lists an input folder; unusable when it is not there or is no folder. */
  static InputListing of(String input, Declarations declared, Configuration conf) {
    InputListing listing = new InputListing(new ArrayList<>(), new ArrayList<>());
    try {
      Path root = new Path(input);
      FileSystem fs = folder(root, conf);
      listing.warnOfNames(fs);
      for (FileStatus status : sorted(fs, root)) {
        listing.top(fs, status, declared);
      }
      return listing.ordered();
    } catch (IOException | IllegalArgumentException e) {
      throw unusable(
          "the input folder %s cannot be used: %s. Name a folder with one sub-folder per data set"
              + " (--input).",
          input, e);
    }
  }

  /**
   * Lists a folder of published reports; unusable when it is not there or is no folder.
   *
   * @param unitMap the map of their units, which may lie among them
   */
  static InputListing ofPublished(String published, String unitMap, Configuration conf) {
    InputListing listing = new InputListing(new ArrayList<>(), new ArrayList<>());
    try {
      Path map = new Path(unitMap);
      Path root = new Path(published);
      FileSystem fs = folder(root, conf);
      listing.warnOfNames(fs);
      listing.reports(fs, root, "", Folders.fileSystem(map, conf).makeQualified(map));
      return listing.ordered();
    } catch (IOException | IllegalArgumentException e) {
      throw unusable(
          "the folder of published reports %s cannot be used: %s. Name a folder with reports"
              + " (--published).",
          published, e);
    }
  }

  private static FileSystem folder(Path root, Configuration conf) throws IOException {
    FileSystem fs = Folders.fileSystem(root, conf);
    if (!fs.getFileStatus(root).isDirectory()) {
      throw new IOException("it is a file");
    }
    return fs;
  }

  private void warnOfNames(FileSystem fs) {
    String names = System.getProperty("sun.jnu.encoding", "UTF-8");
    if ("file".equals(fs.getUri().getScheme()) && !names.equals("UTF-8")) {
      warnings.add(
          "names of files are read as %s here, so that files with other letters in theirs are not seen. Set LC_ALL to a UTF-8 locale, such as C.UTF-8."
              .formatted(names));
    }
  }

  private InputListing ordered() {
    files.sort(Comparator.comparing(Entry::file));
    return this;
  }

  /** Both together. */
  InputListing and(InputListing other) {
    List<Entry> all = new ArrayList<>(files);
    all.addAll(other.files);
    Set<String> told = new LinkedHashSet<>(warnings);
    told.addAll(other.warnings);
    return new InputListing(all, new ArrayList<>(told)).ordered();
  }

  /** The path of a report relative to the folder of reports. */
  static String withoutPublished(String file) {
    return file.substring(FileKind.PUBLISHED_FOLDER.length());
  }

  private static Failure unusable(String message, String folder, Exception e) {
    String why = e instanceof FileNotFoundException ? "there is no such folder" : e.getMessage();
    return new Failure(FailureCode.UNUSABLE, message.formatted(folder, why), e);
  }

  private static List<FileStatus> sorted(FileSystem fs, Path folder) throws IOException {
    FileStatus[] list = fs.listStatus(folder);
    Arrays.sort(list, Comparator.comparing(s -> s.getPath().getName()));
    return List.of(list);
  }

  private void top(FileSystem fs, FileStatus status, Declarations declared) throws IOException {
    String name = status.getPath().getName();
    if (!status.isDirectory()) {
      warnings.add("%s: left alone, it lies in no data set's folder".formatted(name));
    } else if (declared.dataSets().containsKey(name)) {
      below(fs, status.getPath(), name, name);
    } else {
      warnings.add(
          "%s/: left alone, there is no data set of this name.%s"
              .formatted(name, Nearest.hint(name, declared.dataSets().keySet())));
    }
  }

  private void below(FileSystem fs, Path folder, String dataSet, String relative)
      throws IOException {
    for (FileStatus status : sorted(fs, folder)) {
      String file = relative + "/" + status.getPath().getName();
      if (status.isDirectory()) {
        below(fs, status.getPath(), dataSet, file);
        continue;
      }
      Optional<FileKind> kind = FileKind.find(status.getPath().getName());
      if (kind.isPresent()) {
        files.add(new Entry(dataSet, file, status.getPath(), kind.get(), Stamp.of(status)));
      } else {
        warnings.add(
            "%s: left alone, its name says no known kind (.csv, .csv.gz, .jsonl, .jsonl.gz, .xlsx, .parquet)"
                .formatted(file));
      }
    }
  }

  private void reports(FileSystem fs, Path folder, String relative, Path unitMap)
      throws IOException {
    for (FileStatus status : sorted(fs, folder)) {
      String name = status.getPath().getName();
      String file = relative + name;
      if (status.isDirectory()) {
        reports(fs, status.getPath(), file + "/", unitMap);
      } else if (AuditFiles.mayBeReport(name) && FileKind.isOfUser(name)) {
        files.add(
            new Entry(
                Recheck.REPORTED,
                FileKind.PUBLISHED_FOLDER + file,
                status.getPath(),
                FileKind.PUBLISHED,
                Stamp.of(status)));
      } else if (!fs.makeQualified(status.getPath()).equals(unitMap)) {
        warnings.add(
            "%s%s: left alone, its name says no kind of report (.%s)"
                .formatted(
                    FileKind.PUBLISHED_FOLDER, file, String.join(", .", AuditFiles.ENDINGS)));
      }
    }
  }
}
