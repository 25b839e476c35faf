package gouji.testkit;

import gouji.contract.DeclarationReader;
import gouji.contract.Declarations;
import gouji.contract.Form;
import gouji.published.MadeUpReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A report as a unit publishes it, in plain text: a row on each line, strokes between the cells.
 *
 * @param unit the name in its title
 * @param year the report year
 * @param cells what stands in cells, by address; in all others 0
 * @param sentence a sentence of the first section
 */
public record PublishedText(String unit, int year, Map<String, String> cells, String sentence) {
  /** The declarations, with the forms. */
  public static final Declarations DECLARED = DeclarationReader.readAll(List.of());

  private static final String PLAIN = "我们按规定编写这份报告。";

  /** A report in which nothing happened but what is said, as {@code address value}. */
  public static PublishedText of(String unit, int year, String... said) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (String one : said) {
      int space = one.indexOf(' ');
      cells.put(one.substring(0, space), one.substring(space + 1));
    }
    return new PublishedText(unit, year, cells, PLAIN);
  }

  /** A report in which requests of people came in, were answered openly, or were left over. */
  public static PublishedText ofRequests(
      String unit, int year, int received, int carriedIn, int carriedOut) {
    Map<String, String> cells = new LinkedHashMap<>();
    int answered = received + carriedIn - carriedOut;
    for (String column : List.of("natural", "total")) {
      cells.put("requests.received:" + column, String.valueOf(received));
      cells.put("requests.carried_in:" + column, String.valueOf(carriedIn));
      cells.put("requests.open:" + column, String.valueOf(answered));
      cells.put("requests.result_total:" + column, String.valueOf(answered));
      cells.put("requests.carried_out:" + column, String.valueOf(carriedOut));
    }
    return new PublishedText(unit, year, cells, PLAIN);
  }

  /** The same with another sentence. */
  public PublishedText saying(String other) {
    return new PublishedText(unit, year, cells, other);
  }

  /** The lines of the report. */
  public List<String> lines() {
    Form form = DECLARED.formOf(year).orElseThrow();
    Map<String, String> all = new LinkedHashMap<>();
    form.cells().forEach(c -> all.put(c.address(), cells.getOrDefault(c.address(), "0")));
    List<String> lines = new ArrayList<>();
    lines.add(unit + year + "年政府信息公开工作年度报告");
    lines.add("一、总体情况");
    lines.add(sentence);
    for (MadeUpReport.Table table : new MadeUpReport(form, year, all).tables()) {
      lines.add(table.title());
      table.rows().forEach(r -> lines.add(String.join(" | ", r.texts()) + " |"));
    }
    lines.add("五、存在的主要问题及改进情况");
    lines.add("栏目更新还不够快。");
    return lines;
  }
}
