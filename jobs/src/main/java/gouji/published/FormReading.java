package gouji.published;

import gouji.contract.Form;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A report looked at with the labels of one form.
 *
 * @param vocabulary the labels
 * @param items the items of the report, labelled
 * @param own how many labels there are that no other form has
 */
record FormReading(Vocabulary vocabulary, List<Item> items, int own) {
  private static final int FEWEST_BLOCKS = 3;

  static FormReading of(
      SourceText text, Vocabulary vocabulary, List<Vocabulary> others, Spellings spellings) {
    List<Item> items =
        Labelling.of(new Items(vocabulary, spellings).of(text), vocabulary, spellings);
    Set<String> own = new HashSet<>();
    for (Item item : items) {
      String label = item.kind() == Item.Kind.LABEL ? spellings.label(item.raw()) : "";
      boolean isOwn =
          !vocabulary.named(label).isEmpty()
              && others.stream().allMatch(o -> o.named(label).isEmpty());
      if (isOwn) {
        own.add(label);
      }
    }
    return new FormReading(vocabulary, items, own.size());
  }

  Form form() {
    return vocabulary.form();
  }

  /** The tables, as far as they are there; {@code isByYear} where no label told the form. */
  List<ReadTable> tables(List<Vocabulary> others, Spellings spellings, boolean isByYear) {
    List<ReadTable> tables = new ArrayList<>();
    boolean losesLines = form().tables().stream().anyMatch(t -> isPrintedOnce(t, spellings));
    for (int number = 0; number < form().tables().size(); number++) {
      Form.Table table = form().tables().get(number);
      Set<String> foreign = new HashSet<>();
      others.forEach(o -> foreign.addAll(o.columns(table.id())));
      tables.add(
          new TableReading(table, number, items, foreign, spellings, isByYear, losesLines).read());
    }
    return tables;
  }

  /**
   * Whether the corner that the form prints over each block of a table is there only once: then
   * lines that repeat others were taken out, and values among them.
   */
  private boolean isPrintedOnce(Form.Table table, Spellings spellings) {
    int number = form().tables().indexOf(table);
    Set<Integer> blocks = new HashSet<>();
    int corners = 0;
    for (Item item : items) {
      if (item.kind() == Item.Kind.LABEL && item.label().table() == number) {
        boolean isTitle = item.label().role() == Label.Role.BLOCK;
        blocks.add(isTitle ? item.label().block() : 0);
        boolean isCorner =
            table.rowsLabel() != null
                && spellings.label(item.raw()).equals(spellings.label(table.rowsLabel()));
        corners += isCorner ? 1 : 0;
      }
    }
    return corners == 1 && blocks.size() >= FEWEST_BLOCKS;
  }
}
