package gouji.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All declarations, checked against each other.
 *
 * @param dataSets by name
 * @param forms by id
 * @param indicators by code
 * @param rules by id
 * @param spellings by id
 * @param narratives by id
 */
public record Declarations(
    Map<String, DataSet> dataSets,
    Map<String, Form> forms,
    Map<String, Indicator> indicators,
    Map<String, Rule> rules,
    Map<String, Spelling> spellings,
    Map<String, Narrative> narratives)
    implements Serializable {

  /** Declarations of figures and rules alone. */
  public Declarations(
      Map<String, DataSet> dataSets,
      Map<String, Form> forms,
      Map<String, Indicator> indicators,
      Map<String, Rule> rules) {
    this(dataSets, forms, indicators, rules, Map.of(), Map.of());
  }

  /** The form of a report year; years before the first notice have none. */
  public Optional<Form> formOf(int year) {
    return forms.values().stream().filter(f -> f.isFor(year)).findFirst();
  }

  /** The data set of that name, which must be declared. */
  public DataSet dataSet(String name) {
    DataSet dataSet = dataSets.get(name);
    if (dataSet == null) {
      throw new IllegalArgumentException("no data set " + name);
    }
    return dataSet;
  }

  /** The indicators in the order in which documents list them. */
  public List<Indicator> indicatorsInOrder() {
    return indicators.values().stream().sorted(Comparator.comparingInt(Indicator::order)).toList();
  }

  /** The indicators that are declared facts. */
  public List<Indicator> facts() {
    return indicators.values().stream()
        .filter(i -> i.kind() == Indicator.Kind.FACT || i.kind() == Indicator.Kind.RATE_FACT)
        .toList();
  }

  /** Everything that is counted from records, each with its name and the years it is for. */
  public List<Counted> counted() {
    List<Counted> all = new ArrayList<>();
    for (Form form : forms.values()) {
      for (Form.Cell cell : form.cells()) {
        cell.findSource()
            .filter(s -> s.measure() != null)
            .ifPresent(s -> all.add(new Counted(cell.address(), form.id(), s.measure())));
      }
    }
    for (Indicator indicator : indicators.values()) {
      if (indicator.measure() != null) {
        all.add(new Counted(indicator.code(), null, indicator.measure()));
      }
      addTerms(all, indicator, indicator.numerator(), "numerator");
      addTerms(all, indicator, indicator.denominator(), "denominator");
    }
    for (Indicator fact : facts()) {
      all.add(new Counted(fact.code(), null, factMeasure(fact.code())));
    }
    return List.copyOf(all);
  }

  private static void addTerms(
      List<Counted> all, Indicator rate, List<Indicator.Term> terms, String side) {
    for (int i = 0; i < terms.size(); i++) {
      if (terms.get(i).measure() != null) {
        all.add(new Counted(termName(rate, side, i), null, terms.get(i).measure()));
      }
    }
  }

  /** The name of a number that is counted for one rate only. */
  public static String termName(Indicator rate, String side, int place) {
    return rate.code() + "#" + side + place;
  }

  /** How the value of a declared fact is found: the facts rows of that code and year. */
  public static Measure factMeasure(String code) {
    List<Condition> where =
        List.of(
            new Condition("year", Condition.Is.IN_YEAR, null, null, null),
            new Condition("fact_code", null, List.of(code), null, null));
    return new Measure("facts", null, "value", null, false, 1, List.of(where), null);
  }

  /**
   * A number that is counted from records.
   *
   * @param name cell address or indicator code
   * @param form the form whose years it is for; null for every year
   * @param measure how it is counted
   */
  public record Counted(String name, String form, Measure measure) implements Serializable {}
}
