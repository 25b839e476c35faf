package gouji.job;

import gouji.contract.Declarations;
import gouji.contract.Form;
import gouji.contract.Indicator;
import gouji.contract.Nearest;
import gouji.failure.Failure;
import gouji.failure.FailureCode;
import gouji.measure.Breakdown;
import gouji.measure.Measured;
import gouji.measure.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which figure is to be explained.
 *
 * @param year the report year
 * @param unitId the unit
 * @param scope {@code own} or {@code consolidated}
 * @param name address of a cell or code of an indicator
 */
public record Question(int year, String unitId, String scope, String name) {
  private static final List<String> SCOPES = List.of(Vectors.OWN, Vectors.CONSOLIDATED);

  /** Refuses an unknown scope. */
  public Question {
    if (!SCOPES.contains(scope)) {
      throw new Failure(
          FailureCode.UNUSABLE,
          "the scope %s (--scope) is unknown.%s Name own or consolidated."
              .formatted(scope, Nearest.hint(scope, SCOPES)));
    }
  }

  /** What the figure is made of; fails when there is no such cell or indicator in the year. */
  public Breakdown breakdown(Declarations declared) {
    Measured measured = new Measured(declared);
    Optional<Form> form = declared.formOf(year);
    Optional<Form.Cell> cell = form.flatMap(this::findCell);
    if (cell.isPresent()) {
      return Breakdown.of(measured, year, form.get(), cell.get());
    }
    Indicator indicator = declared.indicators().get(name);
    if (indicator != null) {
      return Breakdown.of(measured, year, indicator);
    }
    throw unknown(declared, form);
  }

  private Optional<Form.Cell> findCell(Form form) {
    return form.cells().stream().filter(c -> c.address().equals(name)).findFirst();
  }

  private Failure unknown(Declarations declared, Optional<Form> form) {
    List<String> known = new ArrayList<>(declared.indicators().keySet());
    form.ifPresent(f -> f.cells().forEach(c -> known.add(c.address())));
    String here =
        form.map(f -> "%d has the form %s".formatted(year, f.id()))
            .orElse("%d has no form, only indicators".formatted(year));
    String elsewhere =
        declared.forms().values().stream()
            .filter(f -> findCell(f).isPresent())
            .map(f -> ", while the cell is of the form " + f.id())
            .findFirst()
            .orElse("");
    return new Failure(
        FailureCode.UNUSABLE,
        "there is no cell or indicator %s: %s%s.%s Name a cell such as requests.received:total or an indicator such as fine_yuan."
            .formatted(name, here, elsewhere, Nearest.hint(name, known)));
  }

  /** Chinese label of the figure. */
  String label(Declarations declared) {
    return declared
        .formOf(year)
        .flatMap(this::findCell)
        .map(Form.Cell::label)
        .orElseGet(() -> declared.indicators().get(name).label());
  }

  /** Unit of the number, such as 件; null for none. */
  String measure(Declarations declared) {
    Form.Cell cell = declared.formOf(year).flatMap(this::findCell).orElse(null);
    return cell == null ? declared.indicators().get(name).unit() : cell.column().unit();
  }
}
