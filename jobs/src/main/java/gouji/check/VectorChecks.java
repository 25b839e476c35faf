package gouji.check;

import gouji.contract.Declarations;
import gouji.contract.Form;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Turns the gathered rows of one unit and year into findings of both scopes. */
final class VectorChecks implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Declarations declared;
  private final Evaluation evaluation;

  VectorChecks(Declarations declared, Assertions assertions) {
    this.declared = declared;
    evaluation = new Evaluation(assertions);
  }

  /** The findings of one unit and year; none where the unit is not in the register. */
  List<Row> findings(int year, String unit, List<Row> rows) {
    Map<Integer, Map<String, BigDecimal>> cells = new HashMap<>();
    Set<String> supplied = null;
    boolean wasThere = false;
    for (Row row : rows) {
      int part = row.getInt(2);
      if (part == Findings.UNIT) {
        supplied = new TreeSet<>(row.getList(5));
      } else if (part == Findings.WAS_THERE) {
        wasThere = true;
      } else {
        cells
            .computeIfAbsent(part, p -> new HashMap<>())
            .merge(row.getString(3), row.getDecimal(4), BigDecimal::add);
      }
    }
    String form = declared.formOf(year).map(Form::id).orElse(null);
    List<Row> found = new ArrayList<>();
    if (supplied != null && form != null) {
      String last = wasThere ? declared.formOf(year - 1).map(Form::id).orElse(null) : null;
      for (boolean own : new boolean[] {true, false}) {
        int now = own ? Findings.OWN_CELL : Findings.CONSOLIDATED_CELL;
        int before = own ? Findings.LAST_OWN : Findings.LAST_IN_AREA;
        Evaluation.Vector vector =
            new Evaluation.Vector(
                form,
                last,
                supplied,
                cells.getOrDefault(now, Map.of()),
                cells.getOrDefault(before, Map.of()));
        for (Evaluation.Verdict verdict : evaluation.verdicts(vector)) {
          if (verdict.state() == Evaluation.State.FAIL) {
            found.add(row(year, unit, own ? "own" : "consolidated", verdict));
          }
        }
      }
    }
    return found;
  }

  private static Row row(int year, String unit, String scope, Evaluation.Verdict verdict) {
    return RowFactory.create(
        year,
        unit,
        scope,
        "computed",
        verdict.rule().id(),
        verdict.rule().severity().name().toLowerCase(Locale.ROOT),
        verdict.assertion().firstCell(),
        Evaluation.plain(verdict.left()),
        Evaluation.plain(verdict.right()),
        Evaluation.plain(verdict.left().subtract(verdict.right())),
        verdict.message());
  }
}
