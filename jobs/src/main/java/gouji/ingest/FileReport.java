package gouji.ingest;

import java.io.Serializable;
import java.util.List;

/**
 * What the reading of one file came to.
 *
 * @param file path relative to the input folder
 * @param rowsRead rows read; null when the file was rejected as a whole
 * @param rowsAccepted rows accepted
 * @param rowsRejected rows rejected
 * @param notes what else is to be told of the file
 */
public record FileReport(
    String file, Long rowsRead, long rowsAccepted, long rowsRejected, List<String> notes)
    implements Serializable {
  /** Copies the list. */
  public FileReport {
    notes = List.copyOf(notes);
  }
}
