package gouji.ingest;

import java.io.Serializable;
import java.util.List;

/**
 * What the reading of one file came to; which of its rows were kept, the {@link MergeReport} says.
 *
 * @param file path relative to the input folder
 * @param rowsRead rows read; null when the file was rejected as a whole
 * @param notes what else is to be told of the file
 */
public record FileReport(String file, Long rowsRead, List<String> notes) implements Serializable {
  /** Copies the list. */
  public FileReport {
    notes = List.copyOf(notes);
  }
}
