package gouji.contract;

import java.io.Serializable;
import java.util.List;

/**
 * A figure outside the forms.
 *
 * @param code the code
 * @param label Chinese name
 * @param labelEn English name
 * @param description meaning and unit, and the source where one rules it
 * @param order its place among the indicators in documents; no two have the same
 * @param kind what it is
 * @param unit 项, 件, 元, %; null for none
 * @param measure how it is counted, for {@code COUNT}
 * @param numerator what is added up above the line, for {@code RATE}
 * @param denominator what is added up below the line, for {@code RATE}
 * @param base code of the indicator that a {@code RATE_FACT} is a rate over
 */
public record Indicator(
    @Required String code,
    @Required String label,
    @Required String labelEn,
    @Required String description,
    @Required int order,
    @Required Kind kind,
    String unit,
    Measure measure,
    List<Term> numerator,
    List<Term> denominator,
    String base)
    implements Serializable {

  /** Copies the lists and refuses half declarations. */
  public Indicator {
    numerator = Lists.copy(numerator);
    denominator = Lists.copy(denominator);
    if (kind == null) {
      throw new IllegalArgumentException("an indicator has a kind");
    }
    boolean rate = kind == Kind.RATE;
    if (rate == (numerator.isEmpty() || denominator.isEmpty())) {
      throw new IllegalArgumentException("numerator and denominator belong to kind rate only");
    }
    if ((kind == Kind.COUNT) != (measure != null)) {
      throw new IllegalArgumentException("a measure belongs to kind count only");
    }
    if ((kind == Kind.RATE_FACT) != (base != null)) {
      throw new IllegalArgumentException("a base belongs to kind rate_fact only");
    }
  }

  /** Whether it is a share, which cannot be added up. */
  public boolean isRate() {
    return kind == Kind.RATE || kind == Kind.RATE_FACT;
  }

  /** What a figure is. */
  public enum Kind {
    /** Counted or summed from records. */
    COUNT,
    /** numerator / denominator × 100, two decimals, half up. */
    RATE,
    /** A declared fact, summed over the area. */
    FACT,
    /** A declared rate as the unit wrote it, never summed. */
    RATE_FACT
  }

  /**
   * One summand of a numerator or denominator; exactly one of the two.
   *
   * @param indicator code of a count or fact
   * @param measure counted for this rate only
   */
  public record Term(String indicator, Measure measure) implements Serializable {
    /** Exactly one of the two. */
    public Term {
      if ((indicator == null) == (measure == null)) {
        throw new IllegalArgumentException("a term has either an indicator or a measure");
      }
    }
  }
}
