package gouji.published;

import gouji.contract.Form;
import gouji.contract.Written;

/**
 * A cell as a report has it.
 *
 * @param cell the cell of the form
 * @param written what stands there; nothing where it is ambiguous
 * @param isAmbiguous whether the report does not say for certain what stands there
 * @param position where it stands; null where it is ambiguous
 */
public record ReadCell(Form.Cell cell, Written written, boolean isAmbiguous, Position position) {

  static ReadCell of(Form.Cell cell, Item item) {
    return new ReadCell(cell, Written.of(item.raw(), cell.column().unit()), false, item.position());
  }

  static ReadCell ambiguous(Form.Cell cell) {
    return new ReadCell(cell, Written.NOTHING, true, null);
  }

  /** What stands there as it may be kept: in a text, numbers that may be of people are masked. */
  public String kept() {
    return written.state() == Written.State.TEXT
        ? PersonalNumbers.masked(written.raw())
        : written.raw();
  }

  /** The state as outputs spell it. */
  public String state() {
    return isAmbiguous ? "ambiguous" : written.state().name().toLowerCase(java.util.Locale.ROOT);
  }
}
