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
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What lies in an input folder.
 *
 * @param files files of a known kind below the folder of a data set, in the order of their paths
 * @param warnings what was left alone, and why
 */
record InputListing(List<Entry> files, List<String> warnings) {

  /** One input file; {@code file} is its path relative to the input folder. */
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

  /** Lists the folder; unusable when it is not there or is no folder. */
  static InputListing of(String input, Declarations declared, Configuration conf) {
    try {
      Path root = new Path(input);
      FileSystem fs = Folders.fileSystem(root, conf);
      if (!fs.getFileStatus(root).isDirectory()) {
        throw unusable(input, "it is a file");
      }
      InputListing listing = new InputListing(new ArrayList<>(), new ArrayList<>());
      String names = System.getProperty("sun.jnu.encoding", "UTF-8");
      if ("file".equals(fs.getUri().getScheme()) && !names.equals("UTF-8")) {
        listing.warnings.add(
            "names of files are read as %s here, so that files with other letters in theirs are not seen. Set LC_ALL to a UTF-8 locale, such as C.UTF-8."
                .formatted(names));
      }
      for (FileStatus status : sorted(fs, root)) {
        listing.top(fs, status, declared);
      }
      listing.files.sort(Comparator.comparing(Entry::file));
      return listing;
    } catch (FileNotFoundException e) {
      throw unusable(input, "there is no such folder");
    } catch (IOException | IllegalArgumentException e) {
      throw unusable(input, e.getMessage());
    }
  }

  private static Failure unusable(String input, String why) {
    return new Failure(
        FailureCode.UNUSABLE,
        "the input folder %s cannot be used: %s. Name a folder with one sub-folder per data set (--input)."
            .formatted(input, why));
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
}
