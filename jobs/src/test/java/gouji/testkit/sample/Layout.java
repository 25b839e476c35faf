package gouji.testkit.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * How one file is laid out.
 *
 * @param headings the language of the header
 * @param spelling how values are written
 * @param charset encoding of a text file
 * @param marked whether a byte order mark comes first
 */
record Layout(Headings headings, Spelling spelling, Charset charset, boolean marked) {
  private static final Charset GB18030 = Charset.forName("GB18030");

  static final Layout PLAIN =
      new Layout(Headings.ENGLISH, Spelling.PLAIN, StandardCharsets.UTF_8, false);
  static final Layout MARKED =
      new Layout(Headings.CHINESE, Spelling.SLASHED, StandardCharsets.UTF_8, true);
  static final Layout OLD = new Layout(Headings.CHINESE, Spelling.CHINESE, GB18030, false);
  static final Layout COMPACT =
      new Layout(Headings.ENGLISH, Spelling.COMPACT, StandardCharsets.UTF_8, false);
  static final Layout WIDE =
      new Layout(Headings.CHINESE, Spelling.WIDE, StandardCharsets.UTF_8, false);
  static final Layout NATIONAL =
      new Layout(Headings.NATIONAL, Spelling.SLASHED, StandardCharsets.UTF_8, true);

  /** Whose names the header uses. */
  enum Headings {
    ENGLISH,
    CHINESE,
    /** The labels of the national standard for publishing licences and penalties. */
    NATIONAL
  }

  private static final Map<String, String> LICENCE_LABELS =
      Map.of(
          "unit_id", "XK_XKJGDM",
          "decision_no", "XK_WSH",
          "party_kind", "XK_XDR_LB",
          "party_name", "XK_XDR_MC",
          "party_id", "XK_XDR_SHXYM",
          "decided_on", "XK_JDRQ");

  private static final Map<String, String> PENALTY_LABELS =
      Map.of(
          "unit_id", "CF_CFJGDM",
          "decision_no", "CF_WSH",
          "party_kind", "CF_XDR_LB",
          "party_name", "CF_XDR_MC",
          "party_id", "CF_XDR_SHXYM",
          "decided_on", "CF_JDRQ",
          "penalty_kind", "CF_CFLB",
          "fine_yuan", "CF_NR_FK",
          "confiscated_yuan", "CF_NR_WFFF");

  private static final Map<String, Map<String, String>> NATIONAL_LABELS =
      Map.of("licences", LICENCE_LABELS, "penalties", PENALTY_LABELS);

  /** The header cell of a column. */
  String heading(String dataSet, String column) {
    String chinese = Columns.chinese(dataSet, column);
    return switch (headings) {
      case ENGLISH -> column;
      case CHINESE -> chinese;
      case NATIONAL ->
          NATIONAL_LABELS.getOrDefault(dataSet, Map.of()).getOrDefault(column, chinese);
    };
  }

  /** The value of a column in the unit that its heading stands for. */
  Object value(Filing row, String column) {
    Object value = row.at(column);
    boolean tenThousands = column.equals("fine_yuan") || column.equals("confiscated_yuan");
    if (headings == Headings.NATIONAL && tenThousands && value instanceof BigDecimal yuan) {
      return yuan.divide(BigDecimal.valueOf(10_000), 6, RoundingMode.UNNECESSARY)
          .stripTrailingZeros();
    }
    return value;
  }
}
