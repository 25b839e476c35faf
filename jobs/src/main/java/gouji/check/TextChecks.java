package gouji.check;

import gouji.contract.Declarations;
import gouji.contract.Form;
import gouji.contract.Rule;
import gouji.contract.Written;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds what the text of a published report says against its tables, and against itself. */
public final class TextChecks {
  private static final String PARTS = "text.parts";
  private static final String YEAR = "text.year";
  private static final String NO_CHANGE = "text.no_change";

  private final Declarations declared;
  private final PublishedChecks.Filed filed;
  private final Map<String, Written> figures = new HashMap<>();
  private final Map<String, String> labels = new HashMap<>();
  private final List<Finding> found = new ArrayList<>();
  private final Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();

  /** Checks the text of that report. */
  public TextChecks(Declarations declared, PublishedChecks.Filed filed) {
    this.declared = declared;
    this.filed = filed;
    filed.figures().forEach(f -> figures.put(f.address(), f.written()));
    declared.forms().get(filed.form()).cells().forEach(c -> labels.put(c.address(), c.label()));
  }

  /**
   * A number that the text states.
   *
   * @param rule id of the rule that holds it against the tables
   * @param figures cells or an indicator; of several it is the sum
   * @param number the number
   * @param sentence the sentence
   * @param origin where it stands
   */
  public record Stated(
      String rule, List<String> figures, BigDecimal number, String sentence, String origin) {
    /** Copies the list. */
    public Stated {
      figures = List.copyOf(figures);
    }
  }

  /**
   * A whole with its parts.
   *
   * @param whole the whole
   * @param parts its parts
   * @param sentence the sentence
   * @param origin where it stands
   */
  public record Listed(BigDecimal whole, List<BigDecimal> parts, String sentence, String origin) {
    /** Copies the list. */
    public Listed {
      parts = List.copyOf(parts);
    }
  }

  /** Notes further years that the report names as its own. */
  public TextChecks years(List<Integer> others) {
    for (int other : others) {
      String message = "标题为 %d 年度，统计期限为 %d 年".formatted(filed.year(), other);
      judge(
          YEAR,
          false,
          "",
          BigDecimal.valueOf(filed.year()),
          BigDecimal.valueOf(other),
          message,
          "");
    }
    return this;
  }

  /** What does not hold. */
  public PublishedChecks.Checked check(List<Stated> stated, List<Listed> listed) {
    stated.forEach(this::cells);
    Form form = declared.forms().get(filed.form());
    form.cells().stream()
        .filter(c -> !c.row().sumOf().isEmpty() && !c.column().sumOf().isEmpty())
        .forEach(c -> sum(c, stated));
    for (Listed one : listed) {
      parts(one.whole(), one.parts(), "", one.sentence(), one.origin());
    }
    return new PublishedChecks.Checked(found, counts);
  }

  private void cells(Stated one) {
    BigDecimal sum = BigDecimal.ZERO;
    for (String figure : one.figures()) {
      Written written = figures.get(figure);
      boolean isOfTable = figure.indexOf(':') >= 0;
      if (!isOfTable || written == null || !written.isNumber()) {
        return;
      }
      sum = sum.add(written.number());
    }
    boolean holds = sum.compareTo(one.number()) == 0;
    String cell = one.figures().get(0);
    String message =
        "正文：“%s”%s，表中“%s”为 %s，相差 %s"
            .formatted(
                one.sentence(),
                NO_CHANGE.equals(one.rule()) ? "" : "（" + Wording.plain(one.number()) + "）",
                labels(one.figures()),
                Wording.plain(sum),
                Wording.plain(one.number().subtract(sum)));
    judge(one.rule(), holds, cell, one.number(), sum, message, one.origin());
  }

  private String labels(List<String> addresses) {
    return addresses.stream()
        .map(a -> labels.getOrDefault(a, a))
        .collect(Collectors.joining("”+“"));
  }

  /** Whether what the text states of all parts of a printed sum adds up to what it states of it. */
  private void sum(Form.Cell total, List<Stated> stated) {
    Set<String> wanted = new HashSet<>();
    total
        .row()
        .sumOf()
        .forEach(r -> wanted.add(Form.Cell.address(total.table().id(), r, total.column().id())));
    Stated whole = null;
    Set<String> covered = new HashSet<>();
    List<BigDecimal> parts = new ArrayList<>();
    for (Stated one : stated) {
      if (one.figures().equals(List.of(total.address()))) {
        whole = whole == null ? one : whole;
      } else if (wanted.containsAll(one.figures())
          && one.figures().stream().noneMatch(covered::contains)) {
        covered.addAll(one.figures());
        parts.add(one.number());
      }
    }
    if (whole != null && covered.equals(wanted)) {
      parts(whole.number(), parts, total.address(), whole.sentence(), whole.origin());
    }
  }

  private void parts(
      BigDecimal whole, List<BigDecimal> parts, String cell, String sentence, String origin) {
    BigDecimal sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    String written = parts.stream().map(Wording::plain).collect(Collectors.joining(" + "));
    String message =
        "正文：“%s”：%s = %s ≠ %s，相差 %s"
            .formatted(
                sentence,
                written,
                Wording.plain(sum),
                Wording.plain(whole),
                Wording.plain(whole.subtract(sum)));
    judge(PARTS, sum.compareTo(whole) == 0, cell, whole, sum, message, origin);
  }

  private void judge(
      String id,
      boolean holds,
      String cell,
      BigDecimal left,
      BigDecimal right,
      String message,
      String origin) {
    Rule rule = declared.rules().get(id);
    if (rule == null) {
      return;
    }
    counts
        .computeIfAbsent(id, r -> new LinkedHashMap<>())
        .merge(holds ? "pass" : "fail", 1, Integer::sum);
    if (!holds) {
      int year = filed.year() == null ? 0 : filed.year();
      found.add(
          new Finding(
              year,
              filed.unit(),
              null,
              "reported",
              id,
              Finding.severity(rule, year),
              cell,
              Wording.plain(left),
              Wording.plain(right),
              Wording.plain(left.subtract(right)),
              message + "。" + rule.message().get("zh"),
              filed.form(),
              null,
              null,
              List.of(),
              origin.isEmpty() ? List.of() : List.of(origin),
              List.of()));
    }
  }
}
