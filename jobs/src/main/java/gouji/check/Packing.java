package gouji.check;

import gouji.contract.Assertion;
import gouji.contract.Assertions;
import gouji.contract.Declarations;
import gouji.contract.Form;
import gouji.contract.Formula;
import gouji.contract.Indicator;
import gouji.contract.Rule;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
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
  private final Slots slots;
  private final BitSet lookedBackAt = new BitSet();
  private final boolean addsUpChildren;

  /** The units that are looked at; null for all. */
  private final Set<String> only;

  /**
   * Packs for these years.
   *
   * @param years the years under check
   * @param only the units that are looked at; null for all
   */
  Packing(
      Declarations declared,
      Assertions assertions,
      Slots slots,
      UnitYears units,
      Set<Integer> years,
      Set<String> only) {
    this.only = only == null ? null : new HashSet<>(only);
    this.declared = declared;
    this.slots = slots;
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
            lookedBackAt.set(slots.find(operand.address()));
          }
          children |= mayBeComputed && operand.area() == Formula.Area.CHILDREN;
        }
      }
    }
    addsUpChildren = children;
  }

  /** The units that are looked at; null for all. */
  Set<String> only() {
    return only;
  }

  /** Whether a unit is looked at. */
  boolean wants(String unit) {
    return only == null || only.contains(unit);
  }

  /** Figures as they are read: {@code year, unit_id, scope, form, cell, value} and more. */
  private record Key(int year, String unit, String scope, String form) {
    static Key of(Row row) {
      return new Key(row.getInt(0), row.getString(1), row.getString(2), row.getString(3));
    }

    boolean isOf(Row row) {
      return row.getInt(0) == year
          && row.getString(1).equals(unit)
          && Objects.equals(row.getString(2), scope)
          && Objects.equals(row.getString(3), form);
    }
  }

  /** The packs of computed cells. */
  Iterator<Row> cells(Iterator<Row> rows) {
    return new Packs(rows, this::computed, this::cell);
  }

  /** The packs of computed indicators: with {@code numerator} and {@code denominator} behind. */
  Iterator<Row> indicators(Iterator<Row> rows) {
    return new Packs(rows, this::computed, this::indicator);
  }

  /** The packs of numbers of records. */
  Iterator<Row> coverage(Iterator<Row> rows) {
    return new Packs(rows, this::coverage, Packing::records);
  }

  /** The packs of what was filed. */
  Iterator<Row> reported(Iterator<Row> rows) {
    return new Packs(rows, this::reported, this::text);
  }

  private static boolean records(Row row, Packed packed) {
    packed.add(0, BigDecimal.valueOf(row.getLong(4)));
    return false;
  }

  private void coverage(Key key, byte[] figures, boolean looksBack, List<Row> out) {
    put(key.year(), key.unit(), Packed.Part.COVERAGE, key, null, figures, out);
  }

  private boolean cell(Row row, Packed packed) {
    return add(packed, row.getString(4), row.getDecimal(5));
  }

  private boolean indicator(Row row, Packed packed) {
    String code = row.getString(4);
    boolean looksBack = add(packed, code, row.getDecimal(5));
    if (declared.indicators().containsKey(code)
        && declared.indicators().get(code).kind() == Indicator.Kind.RATE) {
      add(packed, code + Computed.NUMERATOR, row.getDecimal(6));
      add(packed, code + Computed.DENOMINATOR, row.getDecimal(7));
    }
    return looksBack;
  }

  private boolean add(Packed packed, String address, BigDecimal number) {
    int slot = slots.find(address);
    if (slot < 0 || number == null) {
      return false;
    }
    BigDecimal bare = number.stripTrailingZeros();
    packed.add(slot, bare.scale() < 0 ? bare.setScale(0) : bare);
    return lookedBackAt.get(slot);
  }

  private boolean text(Row row, Packed packed) {
    int slot = slots.find(row.getString(4));
    if (slot < 0) {
      return false;
    }
    packed.add(slot, row.getString(5), row.getString(6));
    return true;
  }

  private void computed(Key key, byte[] figures, boolean looksBack, List<Row> out) {
    if (years.contains(key.year())) {
      put(key.year(), key.unit(), Packed.Part.COMPUTED, key, null, figures, out);
      UnitYears.One one = units.find(key.year(), key.unit());
      if (addsUpChildren && key.scope().equals("consolidated") && one != null) {
        send(one.parent(), key, Packed.Part.COMPUTED_CHILD, figures, out);
      }
    }
    int next = key.year() + 1;
    if (!years.contains(next) || !key.scope().equals("own") || !looksBack) {
      return;
    }
    put(next, key.unit(), Packed.Part.COMPUTED_LAST, key, null, figures, out);
    UnitYears.One then = units.find(next, key.unit());
    if (then != null) {
      for (String heir : then.heirs()) {
        put(next, heir, Packed.Part.COMPUTED_LAST_IN_AREA, key, null, figures, out);
      }
    }
  }

  private void reported(Key key, byte[] figures, boolean looksBack, List<Row> out) {
    String form =
        key.form() != null
            ? key.form()
            : declared.formOf(key.year()).map(Form::id).orElse(Assertions.NO_FORM);
    Key whole = new Key(key.year(), key.unit(), key.scope(), form);
    if (years.contains(key.year())) {
      put(key.year(), key.unit(), Packed.Part.REPORTED, whole, null, figures, out);
      UnitYears.One one = units.find(key.year(), key.unit());
      if (one != null) {
        send(one.parent(), whole, Packed.Part.REPORTED_CHILD, figures, out);
      }
    }
    if (years.contains(key.year() + 1)) {
      put(key.year() + 1, key.unit(), Packed.Part.REPORTED_LAST, whole, null, figures, out);
    }
  }

  private void send(String parent, Key key, Packed.Part part, byte[] figures, List<Row> out) {
    if (parent != null) {
      put(key.year(), parent, part, key, key.unit(), figures, out);
    }
  }

  private void put(
      int year,
      String unit,
      Packed.Part part,
      Key key,
      String child,
      byte[] figures,
      List<Row> out) {
    if (wants(unit)) {
      out.add(RowFactory.create(year, unit, part.name(), key.scope(), key.form(), child, figures));
    }
  }

  /** Hands a pack on. */
  private interface Sender {
    void send(Key key, byte[] figures, boolean looksBack, List<Row> out);
  }

  /** Puts the figures of a row into a pack; tells whether next year looks back at one. */
  private interface Filler {
    boolean fill(Row row, Packed packed);
  }

  /** Neighbouring rows of one key become one pack. */
  private static final class Packs implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final Sender sender;
    private final Filler filler;
    private Row ahead;
    private final List<Row> ready = new ArrayList<>();
    private int next;

    Packs(Iterator<Row> rows, Sender sender, Filler filler) {
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
        boolean looksBack = false;
        while (ahead != null && key.isOf(ahead)) {
          looksBack |= filler.fill(ahead, packed);
          ahead = rows.hasNext() ? rows.next() : null;
        }
        sender.send(key, packed.bytes(), looksBack, ready);
      }
      return next < ready.size();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ready.get(next++);
    }
  }
}
