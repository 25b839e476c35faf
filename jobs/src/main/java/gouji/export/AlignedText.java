package gouji.export;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * Columns of text for a terminal, aligned by the places that characters take. Holds a bounded block
 * of lines: columns only grow from block to block.
 */
public final class AlignedText {
  private static final int BLOCK = 1000;
  private static final String GAP = "  ";

  private final Writer out;
  private final boolean[] numbers;
  private final int[] widths;
  private final List<List<String>> block = new ArrayList<>();

  /** Columns with that heading; the numbers among them stand at the right. */
  public AlignedText(Writer out, List<String> heading, List<String> numbers) {
    this.out = out;
    widths = new int[heading.size()];
    this.numbers = new boolean[heading.size()];
    for (int i = 0; i < heading.size(); i++) {
      this.numbers[i] = numbers.contains(heading.get(i));
    }
    block.add(List.copyOf(heading));
  }

  /** Adds a line. */
  public void add(List<String> line) throws IOException {
    block.add(line.stream().map(AlignedText::inOneLine).toList());
    if (block.size() >= BLOCK) {
      flush();
    }
  }

  /** Writes what is held. */
  public void flush() throws IOException {
    for (List<String> line : block) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], TerminalWidth.of(line.get(i)));
      }
    }
    for (List<String> line : block) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String cell = line.get(i);
        text.append(i == 0 ? "" : GAP)
            .append(
                numbers[i]
                    ? TerminalWidth.indented(cell, widths[i])
                    : TerminalWidth.padded(cell, widths[i]));
      }
      out.write(text.toString().stripTrailing() + "\n");
    }
    block.clear();
  }

  private static String inOneLine(String cell) {
    return cell.replaceAll("\\p{Cntrl}", " ");
  }
}
