package gouji.published;

import gouji.contract.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was read of a published report.
 *
 * @param form the form that its tables use
 * @param isFormByYear whether the part at hand is the same in several forms, so that the report
 *     year told the form
 * @param year the report year; null when nothing tells it
 * @param yearFrom what tells the year, in Chinese; empty when nothing does
 * @param otherYears further years that title or period name
 * @param unit the unit; empty when nothing tells it
 * @param level the level of the unit; empty when nothing tells it
 * @param tables the tables of the form
 * @param statements what its text states of cells and indicators
 * @param parts wholes that its text names with their parts
 * @param lines the lines of the report
 */
public record PublishedReport(
    Form form,
    boolean isFormByYear,
    Integer year,
    String yearFrom,
    List<Integer> otherYears,
    String unit,
    String level,
    List<ReadTable> tables,
    List<Statement> statements,
    List<ListedParts> parts,
    List<ReadLine> lines) {

  /** Copies the lists. */
  public PublishedReport {
    otherYears = List.copyOf(otherYears);
    tables = List.copyOf(tables);
    statements = List.copyOf(statements);
    parts = List.copyOf(parts);
    lines = List.copyOf(lines);
  }

  /** Every cell whose row is there, in the order of print. */
  public Stream<ReadCell> cells() {
    return tables.stream().flatMap(t -> t.cells().stream());
  }

  /** The cell of that address. */
  public Optional<ReadCell> findCell(String address) {
    return cells().filter(c -> c.cell().address().equals(address)).findFirst();
  }

  /** What its text states of indicators: of each what it states first. */
  public List<Statement> indicators() {
    Map<String, Statement> first = new LinkedHashMap<>();
    for (Statement statement : statements) {
      String figure = statement.figures().get(0);
      if (statement.figures().size() == 1 && figure.indexOf(':') < 0) {
        first.putIfAbsent(figure, statement);
      }
    }
    return List.copyOf(first.values());
  }

  /** The cells by their addresses. */
  public Map<String, ReadCell> byAddress() {
    return cells().collect(Collectors.toMap(c -> c.cell().address(), c -> c));
  }
}
