package gouji.published;

import gouji.contract.Labels;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings plain text into lines of cells. Separators are the upright stroke and the tabulator. A
 * stroke may stand behind each cell (then a line break ends nothing), between the cells, on both
 * ends of a row, or on a line of its own behind the cell that it ends.
 */
final class PlainText {
  private static final String NOTE_OF_SOURCE = "SOURCE:";
  private static final int MOST_STROKES = 3;
  private static final int FEW = 3;

  private final List<SourceLine> lines = new ArrayList<>();
  private final boolean endsCells;
  private final boolean framesRows;

  /** Whether the last cell still waits for the stroke that ends it. */
  private boolean isOpen;

  /** Whether there is space or an empty line behind the last cell. */
  private boolean isFollowed;

  private PlainText(boolean endsCells, boolean framesRows) {
    this.endsCells = endsCells;
    this.framesRows = framesRows;
  }

  /** The text in lines of cells. */
  static SourceText of(String text) {
    String[] all = text.split("\r\n|[\n\r\f\u2028\u2029]", -1);
    PlainText plain = new PlainText(endsCells(all), framesRows(all));
    boolean isCut = false;
    int number = 0;
    for (String line : all) {
      number++;
      isCut |= isRemark(line);
      boolean isBehind = isCut && Labels.trimmed(line).isEmpty();
      if (!isRemark(line) && !isBehind && !(number == 1 && line.startsWith(NOTE_OF_SOURCE))) {
        plain.add(line, number);
      }
    }
    plain.endText(isCut || !text.endsWith("\n"));
    return new SourceText(plain.lines, isCut);
  }

  /** A remark of whoever stored the text, in square brackets on a line of its own. */
  private static boolean isRemark(String line) {
    String bare = line.strip();
    return bare.length() > 2 && bare.charAt(0) == '[' && bare.indexOf(']') == bare.length() - 1;
  }

  /** Whether strokes stand behind the cells of this text, and not only between them. */
  private static boolean endsCells(String[] lines) {
    int ended = 0;
    int open = 0;
    for (String line : lines) {
      String bare = bare(line);
      if (bare.indexOf('|') > 0 || (bare.startsWith("|") && !hasText(bare))) {
        boolean isEnded = bare.endsWith("|");
        ended += isEnded ? 1 : 0;
        open += isEnded ? 0 : 1;
      }
    }
    return ended > 0 && ended >= FEW * open;
  }

  /** Whether strokes stand on both ends of rows, so that a first stroke is no empty cell. */
  private static boolean framesRows(String[] lines) {
    int framed = 0;
    int open = 0;
    for (String line : lines) {
      String bare = bare(line);
      if (bare.endsWith("|") && hasText(bare) && !isRuler(bare)) {
        framed += bare.startsWith("|") ? 1 : 0;
        open += bare.startsWith("|") ? 0 : 1;
      }
    }
    return framed > open;
  }

  private static String bare(String line) {
    return Labels.trimmed(folded(line));
  }

  /** The line with strokes of one kind only; every character stays in its place. */
  private static String folded(String line) {
    return line.replace('｜', '|').replace('│', '|').replace('┃', '|').replace('¦', '|');
  }

  private void add(String raw, int number) {
    String line = folded(raw);
    String bare = Labels.trimmed(line);
    if (bare.isEmpty() || isRuler(bare)) {
      isFollowed = true;
      return;
    }
    isFollowed = Labels.isSpace(line.charAt(line.length() - 1));
    if (line.indexOf('|') >= 0) {
      stroked(line, bare, number);
    } else if (line.indexOf('\t', line.indexOf(bare.charAt(0))) >= 0) {
      tabbed(line, number);
    } else {
      plain(line, bare, number);
    }
  }

  /** A line that parts the head of a table from its rows. */
  private static boolean isRuler(String bare) {
    boolean hasStrokes = false;
    for (String part : bare.split("[|+]", -1)) {
      String dashes = part.strip();
      boolean isDashes =
          dashes.replaceAll("[-:=─—]", "").isEmpty() && dashes.length() >= MOST_STROKES;
      if (!dashes.isEmpty() && !isDashes) {
        return false;
      }
      hasStrokes |= isDashes;
    }
    return hasStrokes;
  }

  private void plain(String line, String bare, int number) {
    int from = line.indexOf(bare.charAt(0));
    SourceCell cell =
        SourceCell.of(
            bare, Position.of(number, from + 1), isSpaced(bare) ? SourceCell.End.LINE : lineEnd());
    lines.add(new SourceLine(SourceLine.Shape.PLAIN, List.of(cell)));
    isOpen = true;
  }

  /** Whether space parts values on the line, which then is a row of its own. */
  private static boolean isSpaced(String bare) {
    return bare.chars().filter(c -> c == ' ').count() > 1;
  }

  /** What the end of a line means for the cell before it. */
  private SourceCell.End lineEnd() {
    return endsCells ? SourceCell.End.NOTHING : SourceCell.End.LINE;
  }

  private void tabbed(String line, int number) {
    List<SourceCell> cells = new ArrayList<>();
    int from = 0;
    String[] parts = line.split("\t", -1);
    for (String part : parts) {
      cells.add(cell(part, number, from, SourceCell.End.LINE));
      from += part.length() + 1;
    }
    lines.add(new SourceLine(SourceLine.Shape.SEPARATED, cells));
    isOpen = true;
  }

  private static SourceCell cell(String part, int number, int from, SourceCell.End end) {
    String bare = Labels.trimmed(part);
    int at = bare.isEmpty() ? 0 : part.indexOf(bare.charAt(0));
    return SourceCell.of(bare, Position.of(number, from + at + 1), end);
  }

  private void stroked(String line, String bare, int number) {
    boolean isFramed = framesRows && bare.startsWith("|") && bare.endsWith("|") && hasText(bare);
    String[] parts = line.split("\\|", -1);
    int first = 0;
    int from = 0;
    boolean endsLast = isOpen && (endsCells || !hasText(bare));
    if (bare.startsWith("|") && (isFramed || endsLast)) {
      if (!isFramed) {
        endLast();
      }
      first = 1;
      from = parts[0].length() + 1;
    }
    List<SourceCell> cells = new ArrayList<>();
    boolean isLastOpen = !Labels.trimmed(parts[parts.length - 1]).isEmpty();
    boolean isParted = !endsCells && !isFramed;
    int last = isLastOpen || isParted ? parts.length : parts.length - 1;
    for (int i = first; i < last; i++) {
      SourceCell.End end = i < parts.length - 1 ? SourceCell.End.SEPARATOR : lineEnd();
      cells.add(cell(parts[i], number, from, end));
      from += parts[i].length() + 1;
    }
    if (!cells.isEmpty()) {
      lines.add(new SourceLine(SourceLine.Shape.SEPARATED, cells));
    }
    isOpen = isLastOpen;
  }

  private static boolean hasText(String bare) {
    for (int i = 0; i < bare.length(); i++) {
      if (bare.charAt(i) != '|' && !Labels.isSpace(bare.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Notes that a stroke of the next line ends the last cell. */
  private void endLast() {
    SourceLine line = lines.get(lines.size() - 1);
    List<SourceCell> cells = new ArrayList<>(line.cells());
    cells.set(cells.size() - 1, cells.get(cells.size() - 1).with(SourceCell.End.SEPARATOR));
    lines.set(lines.size() - 1, new SourceLine(SourceLine.Shape.SEPARATED, cells));
  }

  /** Whoever cuts a text may cut a number: the very last is whole only with space behind it. */
  private void endText(boolean isCut) {
    if (isCut && isOpen && !lines.isEmpty()) {
      SourceLine line = lines.get(lines.size() - 1);
      List<SourceCell> cells = new ArrayList<>(line.cells());
      SourceCell.End end = isFollowed ? SourceCell.End.LINE : SourceCell.End.NOTHING;
      cells.set(cells.size() - 1, cells.get(cells.size() - 1).with(end));
      lines.set(lines.size() - 1, new SourceLine(line.shape(), cells));
    }
  }
}
