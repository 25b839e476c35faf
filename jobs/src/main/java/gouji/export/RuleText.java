package gouji.export;

import gouji.contract.Rule;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * A rule in words, for a terminal.
 *
 * @param rule the rule
 * @param sources whose figures it is held against: computed, reported, both; empty for none
 * @param scopes which scopes it is held against
 * @param forms its instances, form by form
 * @param out what is written to
 */
public record RuleText(
    Rule rule, List<String> sources, List<String> scopes, List<Instances> forms, Writer out) {
  private static final int KEY = 11;
  private static final int WIDTH = 100;

  /**
   * The instances of the rule in a form.
   *
   * @param form id of the form
   * @param count how many there are
   * @param first the first of them, in words
   */
  public record Instances(String form, int count, List<String> first) {}

  /** How often a year's figures of a source had a verdict. */
  public record Result(long year, String source, String verdict, long instances) {}

  /** Writes all that is declared, and the instances. */
  public void write() throws IOException {
    out.write(rule.id() + "  " + rule.title().get("zh") + "  " + rule.title().get("en") + "\n\n");
    paragraph("basis", rule.basis() == null ? "none is named" : rule.basis());
    paragraph("severity", severity());
    paragraph("says", rule.message().get("zh"));
    paragraph("", rule.message().get("en"));
    out.write("\n");
    assertion();
    paragraph("forms", validFor());
    paragraph("figures", sources.isEmpty() ? "none: it is about records and units" : figures());
    paragraph("scopes", String.join(" and ", scopes));
    paragraph("tolerance", tolerance());
    instances();
    examples();
  }

  /** Writes what the last reconciliation said. */
  public void results(String warehouse, List<Result> results) throws IOException {
    out.write("\nlast results in " + warehouse + "\n");
    if (results.isEmpty()) {
      out.write(
          "  none: the last reconciliation did not know the rule, or it is not about figures\n");
      return;
    }
    AlignedText table =
        new AlignedText(
            out, List.of("  year", "source", "verdict", "instances"), List.of("instances"));
    for (Result one : results) {
      table.add(
          List.of(
              "  " + one.year(), one.source(), one.verdict(), "%,d".formatted(one.instances())));
    }
    table.flush();
  }

  private String severity() {
    List<String> said = new ArrayList<>(List.of(word(rule.severity())));
    rule.severityIn().forEach((year, one) -> said.add(word(one) + " in the report year " + year));
    return String.join("; ", said);
  }

  private void assertion() throws IOException {
    if (rule.formula() == null) {
      paragraph("asserts", meaning());
      return;
    }
    line("asserts", rule.formula());
    for (int i = 0; i < rule.when().size(); i++) {
      line(i == 0 ? "when" : "  and", rule.when().get(i));
    }
    if (rule.otherwise() != null) {
      line("otherwise", rule.otherwise());
    }
    for (String variable : new TreeSet<>(rule.over().keySet())) {
      paragraph("over", variable + ": " + String.join(", ", rule.over().get(variable)));
    }
  }

  private String meaning() {
    return switch (rule.check()) {
      case FORMULA -> rule.formula();
      case FORM_SUM -> "a printed sum equals its parts; the form says which (sumOf)";
      case WHOLE_NUMBER -> "every count is a whole number, and not negative unless it is a change";
      case PART -> "the numerator of a rate is at most its denominator, and not negative";
      case RATE ->
          "a rate that was written is its numerator over its denominator, rounded half up to the"
              + " decimals written";
      case FEASIBLE -> "some whole numerator gives the rate that was written";
      case FORM_PERIOD -> "the form that was used is the one of the report year";
      case CONSERVATION -> "rows read are rows accepted and rows rejected together, file by file";
      case REGISTER -> "a record's unit, its parent or its validity is in the register of the year";
      case FILING -> "a unit filed something where others under its root did";
      case NARRATIVE -> "what the text of a published report says agrees with its figures";
    };
  }

  private String validFor() {
    String named = rule.forms().isEmpty() ? "all" : String.join(", ", rule.forms());
    return rule.years() == null ? named : named + "; report years " + rule.years();
  }

  private String figures() {
    return switch (String.join(" ", sources)) {
      case "both" -> "reported ones beside computed ones";
      case "computed reported" -> "computed ones, and reported ones where the unit filed";
      case "reported" -> "reported ones, where the unit filed";
      default -> "computed ones";
    };
  }

  private String tolerance() {
    return switch (rule.tolerance()) {
      case EXACT -> "none";
      case ROUNDED ->
          "amounts and rates: the computed side is rounded half up to the decimals written";
      case INTERVAL -> "amounts and rates: a number stands for all that are rounded to it";
    };
  }

  private void instances() throws IOException {
    for (Instances one : forms) {
      out.write(
          "\ninstances in form %s: %d%n"
              .formatted(one.form().isEmpty() ? "-" : one.form(), one.count()));
      for (String words : one.first()) {
        out.write("  " + words + "\n");
      }
      if (one.count() > one.first().size()) {
        out.write("  and %d more%n".formatted(one.count() - one.first().size()));
      }
    }
  }

  private void examples() throws IOException {
    out.write("\nexamples: %d%n".formatted(rule.examples().size()));
    for (Rule.Example one : rule.examples()) {
      out.write("  %-15s %s%s%n".formatted(one.verdict(), one.title(), circumstances(one)));
      for (String cell : new TreeSet<>(one.cells().keySet())) {
        String written = one.cells().get(cell);
        out.write(" ".repeat(18) + cell + " = " + (written.isEmpty() ? "(blank)" : written) + "\n");
      }
    }
  }

  private static String circumstances(Rule.Example example) {
    List<String> said = new ArrayList<>();
    if (example.form() != null) {
      said.add("form " + example.form());
    }
    if (example.lastForm() != null) {
      said.add("last year's form " + example.lastForm());
    }
    if (example.source() != null) {
      said.add(word(example.source()));
    }
    if (example.scope() != null) {
      said.add(word(example.scope()));
    }
    if (example.level() != null) {
      said.add("level " + example.level());
    }
    add(said, "filed nothing: ", example.silent());
    add(said, "not supplied: ", example.notSupplied());
    add(said, "no records of ", example.notDelivered());
    if (example.areaChanged()) {
      said.add("another area last year");
    }
    return said.isEmpty() ? "" : " (" + String.join(", ", said) + ")";
  }

  private static void add(List<String> said, String what, List<String> names) {
    if (!names.isEmpty()) {
      said.add(what + String.join(" ", names));
    }
  }

  private void line(String key, String text) throws IOException {
    out.write(TerminalWidth.padded(key, KEY) + text + "\n");
  }

  /** A text broken at spaces, with its key before the first line. */
  private void paragraph(String key, String text) throws IOException {
    StringBuilder line = new StringBuilder();
    String before = key;
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && KEY + TerminalWidth.of(line + " " + word) > WIDTH) {
        line(before, line.toString());
        before = "";
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    line(before, line.toString());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
