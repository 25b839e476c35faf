package gouji.published;

import java.util.List;

/**
 * A report as it was read from a file, whatever its format.
 *
 * @param lines its lines that hold something, in order
 * @param isCut whether whoever stored the text says that it goes on
 */
record SourceText(List<SourceLine> lines, boolean isCut) {

  /** Copies the list. */
  SourceText {
    lines = List.copyOf(lines);
  }
}
