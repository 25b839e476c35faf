package gouji.published;

import gouji.contract.Form;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The labels of one form, and what each names. */
final class Vocabulary {
  /** The fewest characters by which the beginning of a row's label tells the row. */
  private static final int FEWEST = 6;

  private static final String NUMBERS = "一二三四五六七八九十0123456789";

  private final Spellings spellings;
  private final Form form;
  private final Map<String, List<Label>> labels = new LinkedHashMap<>();
  private final Map<String, List<Label>> cores = new LinkedHashMap<>();
  private final Map<String, Label> longRows = new LinkedHashMap<>();
  private final StringBuilder everything = new StringBuilder();
  private int longest;

  Vocabulary(Spellings spellings, Form form) {
    this.spellings = spellings;
    this.form = form;
    for (int i = 0; i < form.tables().size(); i++) {
      add(i, form.tables().get(i));
    }
    cores.keySet().removeAll(labels.keySet());
  }

  Form form() {
    return form;
  }

  /** The most characters that a label has. */
  int longest() {
    return longest;
  }

  private void add(int number, Form.Table table) {
    Label section = new Label(Label.Role.SECTION, number, -1, -1, -1, true);
    put(table.title(), section);
    table.aliases().forEach(a -> put(a, section));
    put(table.note(), new Label(Label.Role.HEAD, number, -1, -1, -1, true));
    put(table.rowsLabel(), new Label(Label.Role.HEAD, number, -1, -1, -1, true));
    put(table.columnsLabel(), new Label(Label.Role.HEAD, number, -1, -1, -1, true));
    columns(number, -1, table.columns());
    int row = 0;
    Set<String> groups = new HashSet<>();
    for (int block = 0; block < table.blocks().size(); block++) {
      Form.Block one = table.blocks().get(block);
      put(one.title(), new Label(Label.Role.BLOCK, number, block, row, -1, true));
      columns(number, block, one.columns());
      for (Form.Row each : one.rows()) {
        Label label = new Label(Label.Role.ROW, number, block, row, -1, true);
        put(each.label(), label);
        each.aliases().forEach(a -> put(a, label));
        for (String group : new String[] {each.head(), each.group()}) {
          if (group != null && groups.add(group)) {
            put(group, new Label(Label.Role.GROUP, number, block, row, -1, true));
          }
        }
        row++;
      }
    }
  }

  private void columns(int number, int block, List<Form.Column> columns) {
    for (int i = 0; i < columns.size(); i++) {
      Form.Column column = columns.get(i);
      Label label = new Label(Label.Role.COLUMN, number, block, -1, i, true);
      put(column.label(), label);
      column.aliases().forEach(a -> put(a, label));
      put(column.group(), new Label(Label.Role.HEAD, number, block, -1, -1, true));
    }
  }

  private void put(String text, Label label) {
    if (text == null) {
      return;
    }
    String full = spellings.label(text);
    longest = Math.max(longest, full.length());
    everything.append('\n').append(full);
    note(labels, full, label);
    note(labels, spellings.labelWithoutNotes(text), label);
    note(cores, core(full), label.uncertain());
    note(cores, core(spellings.labelWithoutNotes(text)), label.uncertain());
    if (label.isRow() && full.length() > FEWEST) {
      longRows.putIfAbsent(full, label.uncertain());
      longRows.putIfAbsent(core(full), label.uncertain());
    }
  }

  private static void note(Map<String, List<Label>> map, String text, Label label) {
    List<Label> all = map.computeIfAbsent(text, t -> new ArrayList<>());
    if (!all.contains(label)) {
      all.add(label);
    }
  }

  private static String core(String label) {
    int from = 0;
    while (from < label.length() && NUMBERS.indexOf(label.charAt(from)) >= 0) {
      from++;
    }
    return label.substring(from);
  }

  /** The labels of the columns of a table. */
  Set<String> columns(String table) {
    Set<String> columns = new HashSet<>();
    labels.forEach(
        (label, all) -> {
          boolean isColumn =
              all.stream()
                  .anyMatch(
                      l ->
                          l.role() == Label.Role.COLUMN
                              && form.tables().get(l.table()).id().equals(table));
          if (isColumn) {
            columns.add(label);
          }
        });
    return columns;
  }

  /** Whether it may be a piece of some label. */
  boolean isPiece(String label) {
    return !label.isEmpty() && everything.indexOf(label) >= 0;
  }

  /** What the labels that are spelled exactly so name; none when none is. */
  List<Label> named(String label) {
    return labels.getOrDefault(label, List.of());
  }

  /** What a text names that pieces of a label were put together to; none when it is no label. */
  List<Label> named(String label, boolean withoutNumber) {
    List<Label> found = named(label);
    return found.isEmpty() && withoutNumber ? cores.getOrDefault(core(label), List.of()) : found;
  }

  /**
   * What a text names that stands for one label alone: the label itself, or it without its number,
   * without notes, behind the labels of groups, or cut short so that only one row can be meant.
   */
  List<Label> meant(String raw) {
    String full = spellings.label(raw);
    if (full.isEmpty()) {
      return List.of();
    }
    List<Label> found = named(full);
    found = found.isEmpty() ? named(spellings.labelWithoutNotes(raw)) : found;
    found = found.isEmpty() ? behindGroup(full) : found;
    found = found.isEmpty() ? cores.getOrDefault(core(full), List.of()) : found;
    found =
        found.isEmpty()
            ? cores.getOrDefault(core(spellings.labelWithoutNotes(raw)), List.of())
            : found;
    found = found.isEmpty() ? section(full) : found;
    return found.isEmpty() ? cutShort(full) : found;
  }

  private List<Label> behindGroup(String full) {
    for (int from = 1; full.length() <= 2 * longest && from < full.length(); from++) {
      List<Label> found = named(full.substring(from));
      if (!found.isEmpty() && found.get(0).isRow() && isPiece(full.substring(0, from))) {
        return found;
      }
    }
    return List.of();
  }

  private List<Label> section(String full) {
    for (int number = 0; number < form.tables().size(); number++) {
      String core = core(spellings.label(form.tables().get(number).title()));
      if (full.endsWith(core) && full.length() <= core.length() + FEWEST) {
        return List.of(new Label(Label.Role.SECTION, number, -1, -1, -1, true));
      }
    }
    return List.of();
  }

  private List<Label> cutShort(String full) {
    if (full.length() < FEWEST) {
      return List.of();
    }
    Set<Label> rows = new HashSet<>();
    for (Map.Entry<String, Label> one : longRows.entrySet()) {
      if (one.getKey().startsWith(full)) {
        rows.add(one.getValue());
      }
    }
    return rows.size() == 1 ? List.copyOf(rows) : List.of();
  }
}
