package gouji.published;

/**
 * A line of a report.
 *
 * @param number its number, to which the places of cells lead
 * @param text what stands there; numbers that may be of people are masked
 */
public record ReadLine(int number, String text) {

  static ReadLine of(SourceLine line) {
    StringBuilder text = new StringBuilder();
    for (SourceCell cell : line.cells()) {
      text.append(text.isEmpty() ? "" : " | ").append(cell.raw());
    }
    return new ReadLine(line.cells().get(0).position().line(), PersonalNumbers.masked(text));
  }
}
