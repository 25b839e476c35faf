package gouji.measure;

import gouji.contract.DataSet;
import gouji.contract.Declarations;
import gouji.contract.Declarations.Counted;
import gouji.contract.Form;
import gouji.contract.Indicator;
import gouji.contract.Measure;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every number that is counted from records, each with its place; cells and indicators find theirs
 * by name and year.
 */
public final class Measured implements Serializable {
  /** Side of a rate that stands above the line. */
  public static final String NUMERATOR = "numerator";

  /** Side of a rate that stands below the line. */
  public static final String DENOMINATOR = "denominator";

  private static final long serialVersionUID = 1L;
  private static final int SCALE = 6;

  private final Declarations declared;
  private final List<Counted> counted;
  private final Map<String, Integer> places = new HashMap<>();

  /** The numbers of these declarations. */
  public Measured(Declarations declared) {
    this.declared = declared;
    counted = declared.counted();
    for (int i = 0; i < counted.size(); i++) {
      places.put(key(counted.get(i).name(), counted.get(i).form()), i);
    }
  }

  private static String key(String name, String form) {
    return form == null ? name : form + "/" + name;
  }

  /** The declarations. */
  public Declarations declared() {
    return declared;
  }

  /** All numbers, by place. */
  public List<Counted> counted() {
    return counted;
  }

  /** The place of a cell's number. */
  public int placeOf(Form form, Form.Cell cell) {
    return places.get(key(cell.address(), form.id()));
  }

  /** The place of the number of an indicator, a fact or a rate's own term. */
  public int placeOf(String name) {
    return places.get(name);
  }

  /** The place of a cell's number or of the fact it shows; empty for sums. */
  Optional<Integer> findPlace(Form form, Form.Cell cell) {
    return cell.findSource().map(s -> s.fact() == null ? placeOf(form, cell) : placeOf(s.fact()));
  }

  /**
   * The place of a rate's summand.
   *
   * @param side {@code numerator} or {@code denominator}
   * @param term which of the side's summands
   */
  int placeOf(Indicator rate, String side, int term) {
    List<Indicator.Term> terms = side.equals(NUMERATOR) ? rate.numerator() : rate.denominator();
    String named = terms.get(term).indicator();
    return placeOf(named == null ? Declarations.termName(rate, side, term) : named);
  }

  /** The places of rates as written, which stand for their unit only and are never added up. */
  public Set<Integer> neverSummed() {
    return declared.facts().stream()
        .filter(f -> f.kind() == Indicator.Kind.RATE_FACT)
        .map(f -> placeOf(f.code()))
        .collect(Collectors.toSet());
  }

  /** The places of distinct counts whose things may occur in several units of an area. */
  Set<Integer> overArea() {
    Set<Integer> found = new HashSet<>();
    for (int i = 0; i < counted.size(); i++) {
      if (counted.get(i).measure().overArea()) {
        found.add(i);
      }
    }
    return found;
  }

  /** By place, whether a number is added up and not counted. */
  boolean[] isSum() {
    boolean[] sums = new boolean[counted.size()];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = counted.get(i).measure().sum() != null;
    }
    return sums;
  }

  /** What was counted for a number, in the unit that the number is told in. */
  BigDecimal inUnit(int place, BigDecimal sum) {
    return inUnit(counted.get(place).measure(), sum);
  }

  /** What was counted by a measure, in the unit that its number is told in. */
  static BigDecimal inUnit(Measure measure, BigDecimal sum) {
    int per = measure.per();
    // Exact: the checks of the declarations allow only powers of ten that fit the scale.
    return per == 1 ? sum : sum.divide(BigDecimal.valueOf(per), SCALE, RoundingMode.UNNECESSARY);
  }

  /** The places of the numbers that are counted from a data set. */
  public List<Integer> of(DataSet set) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < counted.size(); i++) {
      if (counted.get(i).measure().dataset().equals(set.name())) {
        found.add(i);
      }
    }
    return found;
  }

  /** The years of the window in which the number is asked for. */
  long years(int place, YearWindow window) {
    String form = counted.get(place).form();
    if (form == null) {
      return window.all();
    }
    Form asked = declared.forms().get(form);
    long until = asked.lastYear() == null ? window.all() : window.before(asked.lastYear() + 1);
    return window.from(asked.firstYear()) & until;
  }
}
