package gouji.check;

import gouji.contract.Assertion;
import gouji.contract.Assertions;
import gouji.contract.Declarations;
import gouji.contract.Form;
import gouji.contract.Formula;
import gouji.contract.Rule;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Packs figures that stand next to each other in a table, and sends each pack to the vectors that
 * look at it: that of the unit and year, that of the year after, and that of the parent.
 */
final class Packing implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Declarations declared;
  private final UnitYears units;
  private final Set<Integer> years;
  private final Set<String> lookedBackAt = new TreeSet<>();
  private final boolean addsUpChildren;

  /**
   * Packs for these years.
   *
   * @param years the years under check
   */
  Packing(Declarations declared, Assertions assertions, UnitYears units, Set<Integer> years) {
    this.declared = declared;
    this.units = units;
    this.years = new TreeSet<>(years);
    boolean children = false;
    for (String form : assertions.forms()) {
      for (Assertion assertion : assertions.of(form)) {
        for (Assertion.Operand operand : assertion.operands().toList()) {
          boolean mayBeComputed =
              operand.source() == null
                  ? assertion.rule().isFor(Rule.Source.COMPUTED)
                  : operand.source() == Rule.Source.COMPUTED;
          if (mayBeComputed && operand.lastYear()) {
            lookedBackAt.add(operand.address());
          }
          children |= mayBeComputed && operand.area() == Formula.Area.CHILDREN;
        }
      }
    }
    addsUpChildren = children;
  }

  /** Figures as they are read: {@code year, unit_id, scope, form, cell, value, origin}. */
  private record Key(int year, String unit, String scope, String form) {
    static Key of(Row row) {
      return new Key(row.getInt(0), row.getString(1), row.getString(2), row.getString(3));
    }
  }

  /** The packs of computed cells. */
  java.util.Iterator<Row> cells(java.util.Iterator<Row> rows) {
    return new Packs(rows, this::computed, Packing::value);
  }

  /** The packs of computed indicators: with {@code numerator} and {@code denominator} behind. */
  java.util.Iterator<Row> indicators(java.util.Iterator<Row> rows) {
    return new Packs(rows, this::computed, this::indicator);
  }

  /** The packs of what was filed. */
  java.util.Iterator<Row> reported(java.util.Iterator<Row> rows) {
    return new Packs(rows, this::reported, Packing::value);
  }

  private static void value(Row row, Packed packed) {
    packed.add(row.getString(4), row.getString(5), row.isNullAt(6) ? "" : row.getString(6));
  }

  private void indicator(Row row, Packed packed) {
    String code = row.getString(4);
    if (!row.isNullAt(5)) {
      packed.add(code, row.getString(5), "");
    }
    if (declared.indicators().containsKey(code)
        && declared.indicators().get(code).kind() == gouji.contract.Indicator.Kind.RATE) {
      add(packed, code + Computed.NUMERATOR, row.getString(7));
      add(packed, code + Computed.DENOMINATOR, row.getString(8));
    }
  }

  private static void add(Packed packed, String address, String number) {
    if (number != null) {
      packed.add(address, number, "");
    }
  }

  private void computed(Key key, byte[] figures, Set<String> addresses, List<Row> out) {
    if (years.contains(key.year())) {
      out.add(row(key.year(), key.unit(), Packed.Part.COMPUTED, key, null, figures));
      UnitYears.One one = units.find(key.year(), key.unit());
      if (addsUpChildren && key.scope().equals("consolidated") && one != null) {
        send(one.parent(), key, Packed.Part.COMPUTED_CHILD, figures, out);
      }
    }
    int next = key.year() + 1;
    if (!years.contains(next)
        || !key.scope().equals("own")
        || addresses.stream().noneMatch(lookedBackAt::contains)) {
      return;
    }
    out.add(row(next, key.unit(), Packed.Part.COMPUTED_LAST, key, null, figures));
    UnitYears.One then = units.find(next, key.unit());
    if (then != null) {
      for (String heir : then.heirs()) {
        out.add(row(next, heir, Packed.Part.COMPUTED_LAST_IN_AREA, key, null, figures));
      }
    }
  }

  private void reported(Key key, byte[] figures, Set<String> addresses, List<Row> out) {
    String form =
        key.form() != null
            ? key.form()
            : declared.formOf(key.year()).map(Form::id).orElse(Assertions.NO_FORM);
    Key whole = new Key(key.year(), key.unit(), key.scope(), form);
    if (years.contains(key.year())) {
      out.add(row(key.year(), key.unit(), Packed.Part.REPORTED, whole, null, figures));
      UnitYears.One one = units.find(key.year(), key.unit());
      if (one != null) {
        send(one.parent(), whole, Packed.Part.REPORTED_CHILD, figures, out);
      }
    }
    if (years.contains(key.year() + 1)) {
      out.add(row(key.year() + 1, key.unit(), Packed.Part.REPORTED_LAST, whole, null, figures));
    }
  }

  private static void send(
      String parent, Key key, Packed.Part part, byte[] figures, List<Row> out) {
    if (parent != null) {
      out.add(row(key.year(), parent, part, key, key.unit(), figures));
    }
  }

  private static Row row(
      int year, String unit, Packed.Part part, Key key, String child, byte[] figures) {
    return RowFactory.create(year, unit, part.name(), key.scope(), key.form(), child, figures);
  }

  /** Hands a pack on. */
  private interface Sender {
    void send(Key key, byte[] figures, Set<String> addresses, List<Row> out);
  }

  /** Puts the figures of a row into a pack. */
  private interface Filler {
    void fill(Row row, Packed packed);
  }

  /** Neighbouring rows of one key become one pack. */
  private static final class Packs implements java.util.Iterator<Row> {
    private final java.util.Iterator<Row> rows;
    private final Sender sender;
    private final Filler filler;
    private Row ahead;
    private final List<Row> ready = new ArrayList<>();
    private int next;

    Packs(java.util.Iterator<Row> rows, Sender sender, Filler filler) {
      this.rows = rows;
      this.sender = sender;
      this.filler = filler;
      ahead = rows.hasNext() ? rows.next() : null;
    }

    @Override
    public boolean hasNext() {
      while (next == ready.size() && ahead != null) {
        ready.clear();
        next = 0;
        Key key = Key.of(ahead);
        Packed packed = new Packed();
        Set<String> addresses = new java.util.HashSet<>();
        while (ahead != null && Key.of(ahead).equals(key)) {
          filler.fill(ahead, packed);
          addresses.add(ahead.getString(4));
          ahead = rows.hasNext() ? rows.next() : null;
        }
        sender.send(key, packed.bytes(), addresses, ready);
      }
      return next < ready.size();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new java.util.NoSuchElementException();
      }
      return ready.get(next++);
    }
  }
}
