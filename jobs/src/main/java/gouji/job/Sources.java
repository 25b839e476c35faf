package gouji.job;

import gouji.contract.Declarations;
import gouji.failure.Failure;
import gouji.failure.FailureCode;
import gouji.ingest.UnitMap;
import gouji.store.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * Where files are taken from.
 *
 * @param input folder with one sub-folder per data set; null for none
 * @param published folder of published reports; null for none
 * @param unitMap file that says which unit a published report is of; null without such reports
 */
public record Sources(String input, String published, String unitMap) {

  /** Fails with {@link FailureCode#UNUSABLE} when there is nothing, or a half of two. */
  public Sources {
    if (input == null && published == null) {
      throw unusable(
          "there is nothing to take in. Name a folder of data sets (--input), published reports"
              + " with their unit map (--published and --unit-map), or all three.");
    }
    if ((published == null) != (unitMap == null)) {
      throw unusable(
          "%s is there without %s. Published reports and the map of their units come together."
              .formatted(
                  published == null ? "--unit-map" : "--published",
                  published == null ? "--published" : "--unit-map"));
    }
  }

  /** An input folder alone. */
  static Sources of(String input) {
    return new Sources(input, null, null);
  }

  /** All files of these folders, in the order of their paths. */
  InputListing listing(Declarations declared, Configuration conf) {
    InputListing files =
        input == null
            ? new InputListing(new ArrayList<>(), new ArrayList<>())
            : InputListing.of(input, declared, conf);
    return published == null
        ? files
        : files.and(InputListing.ofPublished(published, unitMap, conf));
  }

  /** The map of units; null without published reports. */
  UnitMap units(Declarations declared, Configuration conf) {
    if (unitMap == null) {
      return null;
    }
    byte[] bytes;
    try {
      bytes = bytes(new Path(unitMap), conf);
    } catch (IOException | IllegalArgumentException e) {
      throw new Failure(
          FailureCode.UNUSABLE,
          "the unit map %s cannot be read: %s. Name a CSV file with the columns unit_id and name (--unit-map)."
              .formatted(unitMap, e.getMessage()),
          e);
    }
    return UnitMap.of(unitMap, bytes, declared);
  }

  private static byte[] bytes(Path path, Configuration conf) throws IOException {
    try (InputStream in = Folders.fileSystem(path, conf).open(path)) {
      return in.readAllBytes();
    }
  }

  private static Failure unusable(String message) {
    return new Failure(FailureCode.UNUSABLE, message);
  }
}
