package gouji.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Labels above columns or beside rows, equal neighbours merged: each leaf has a path from the
 * outermost label to its own, and a width in columns or rows.
 */
final class LabelTree {
  private final List<List<String>> paths = new ArrayList<>();
  private final List<Integer> widths = new ArrayList<>();

  /** Adds a leaf; labels of the path that are null are left out. */
  void add(int width, Stream<String> path) {
    paths.add(path.filter(Objects::nonNull).toList());
    widths.add(width);
  }

  /** Lines of labels from the outermost to the leaves. */
  int depth() {
    return paths.stream().mapToInt(List::size).max().orElse(0);
  }

  /** The labels; the last one of a short path takes the lines that are left. */
  List<Label> labels(int depth) {
    List<Label> labels = new ArrayList<>();
    for (int level = 0; level < depth; level++) {
      int start = 0;
      for (int leaf = 0; leaf < paths.size(); ) {
        int next = endOfMerge(leaf, level);
        int size = widths.subList(leaf, next).stream().mapToInt(w -> w).sum();
        List<String> path = paths.get(leaf);
        if (level < path.size()) {
          int levels = level == path.size() - 1 ? depth - level : 1;
          labels.add(new Label(level, levels, start, size, path.get(level)));
        }
        start += size;
        leaf = next;
      }
    }
    return labels;
  }

  private int endOfMerge(int leaf, int level) {
    int next = leaf + 1;
    while (next < paths.size() && isShared(paths.get(leaf), paths.get(next), level)) {
      next++;
    }
    return next;
  }

  private static boolean isShared(List<String> path, List<String> other, int level) {
    int end = level + 1;
    return path.size() > end
        && other.size() > end
        && path.subList(0, end).equals(other.subList(0, end));
  }

  /**
   * One label.
   *
   * @param level line on which it starts, from the outermost
   * @param levels lines that it covers
   * @param start first column or row below it
   * @param size columns or rows that it covers
   * @param text what it says
   */
  record Label(int level, int levels, int start, int size, String text) {
    /** As a cell above columns. */
    ReportTable.Cell above(int row, int column) {
      return ReportTable.Cell.text(row + level, column + start, ReportTable.Kind.HEADER, text)
          .over(levels, size);
    }

    /** As a cell beside rows. */
    ReportTable.Cell beside(int row, int column) {
      return ReportTable.Cell.text(row + start, column + level, ReportTable.Kind.LABEL, text)
          .over(size, levels);
    }
  }
}
