package gouji.store;

import gouji.store.Needed.Why;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.SparkSession;

/**
 * Keeps the files of one table tidy. What a version is made of is read from the table's log, which
 * is never cut; Delta's own VACUUM keeps no other version than the newest one.
 *
 * <p>Who deletes files has to be the only writer of the table: what no commit names counts as left
 * by a command that broke off.
 */
public final class Upkeep {
  /** Files below that size are brought together, once there are more than a few. */
  static final long SMALL = 32L << 20;

  private static final int FEW = 8;
  private static final String CHANGES = "_change_data";
  private static final String CHECKSUM = ".crc";
  private static final String TEMPORARY = ".tmp";

  private final DeltaFolder delta;
  private final Path folder;
  private final Configuration conf;
  private final FileSystem fs;

  Upkeep(SparkSession spark, Path path) {
    conf = spark.sparkContext().hadoopConfiguration();
    try {
      fs = Folders.fileSystem(path, conf);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    folder = fs.makeQualified(path);
    delta = new DeltaFolder(spark, folder);
  }

  /**
   * The data files that a version of the table has.
   *
   * @param files how many
   * @param untidy how many of them are small, or have many deleted rows
   */
  public record Extent(long files, long untidy) {
    /** Whether it is worth while to bring files together. */
    public boolean isUntidy() {
      return untidy > FEW;
    }
  }

  /**
   * Files that are not needed.
   *
   * @param files where they lie
   * @param bytes of all of them together
   * @param kept versions that stay readable, each with why
   */
  public record Unneeded(List<Path> files, long bytes, Map<Long, Why> kept) {}

  private Optional<VersionFiles> newest() {
    CommitLog log = delta.log();
    return VersionFiles.upTo(log.findNewest().orElse(-1L), log, Needed.newest(null));
  }

  /** The files of the newest version; empty where the log has lost commits. */
  public Optional<Extent> extent() {
    return newest()
        .map(VersionFiles::newest)
        .map(
            files ->
                new Extent(
                    files.size(),
                    files.stream().filter(f -> f.bytes() < SMALL || f.isWorn()).count()));
  }

  /**
   * Lets no version of the table be forgotten with time, as it is with tables that are made now.
   *
   * @return whether that was not so before
   */
  public boolean settle() {
    boolean isNew =
        delta.log().findNewest().isPresent()
            && newest()
                .filter(f -> !f.properties().entrySet().containsAll(DeltaFolder.LASTING.entrySet()))
                .isPresent();
    if (isNew) {
      delta.settle();
    }
    return isNew;
  }

  /**
   * Brings small files together, and writes those anew of which many rows are deleted; no row
   * changes.
   *
   * @return whether files were written
   */
  public boolean compact() {
    CommitLog log = delta.log();
    Optional<Long> before = log.findNewest();
    delta.optimize();
    return !log.findNewest().equals(before);
  }

  /**
   * The files that no version needs that has to stay readable; empty where that cannot be told,
   * since the log has lost commits or is not understood.
   */
  public Optional<Unneeded> unneeded(Needed needed) {
    CommitLog log = delta.log();
    long newest = log.findNewest().orElse(-1L);
    return VersionFiles.upTo(newest, log, needed)
        .filter(files -> newest < 0 || isAsDeltaReads(files, newest))
        .map(files -> unneeded(files.kept(), files.versions()));
  }

  /**
   * Whether Delta finds the same files in the newest version: nothing is deleted on one opinion.
   */
  private boolean isAsDeltaReads(VersionFiles files, long newest) {
    return files.kept().containsAll(SnapshotFiles.of(folder, newest, conf));
  }

  private Unneeded unneeded(Set<String> kept, Map<Long, Why> versions) {
    Map<Path, Long> unneeded = new TreeMap<>();
    present()
        .forEach(
            (path, bytes) -> {
              if (isUnneeded(path, kept)) {
                unneeded.put(new Path(folder, path), bytes);
              }
            });
    return new Unneeded(
        List.copyOf(unneeded.keySet()),
        unneeded.values().stream().mapToLong(b -> b).sum(),
        versions);
  }

  /** Deletes files that are not needed. */
  public void delete(Unneeded unneeded) {
    try {
      for (Path file : unneeded.files()) {
        fs.delete(file, false);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether all files of a version are still there. */
  public boolean isReadable(long version) {
    return VersionFiles.upTo(version, delta.log(), Needed.newest(null))
        .filter(files -> present().keySet().containsAll(files.kept()))
        .isPresent();
  }

  /** The files below the table's folder, by their path in it, with their sizes. */
  private Map<String, Long> present() {
    Map<String, Long> present = new HashMap<>();
    try {
      RemoteIterator<LocatedFileStatus> files = fs.listFiles(folder, true);
      while (files.hasNext()) {
        LocatedFileStatus file = files.next();
        present.put(VersionFiles.within(file.getPath(), folder), file.getLen());
      }
    } catch (FileNotFoundException e) {
      return Map.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return present;
  }

  /** Hidden files and folders are others', but for the change feed and what Hadoop lays beside. */
  private static boolean isUnneeded(String path, Set<String> kept) {
    Path file = new Path(path);
    String name = file.getName();
    if (file.getParent().getName().equals(CommitLog.FOLDER)) {
      return name.startsWith(".")
          && (name.endsWith(TEMPORARY) || name.endsWith(TEMPORARY + CHECKSUM));
    }
    for (Path above = file.getParent(); !above.getName().isEmpty(); above = above.getParent()) {
      if (isHidden(above.getName()) && !above.getName().equals(CHANGES)) {
        return false;
      }
      if (above.getParent() == null) {
        break;
      }
    }
    if (name.startsWith(".") && name.endsWith(CHECKSUM)) {
      String of = name.substring(1, name.length() - CHECKSUM.length());
      return !isHidden(of) && !kept.contains(path.substring(0, path.length() - name.length()) + of);
    }
    return !isHidden(name) && !kept.contains(path);
  }

  private static boolean isHidden(String name) {
    return name.startsWith("_") || name.startsWith(".");
  }
}
