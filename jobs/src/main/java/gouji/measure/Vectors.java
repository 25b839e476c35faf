package gouji.measure;

import static org.apache.spark.sql.functions.col;

import gouji.contract.Columns;
import java.io.Serializable;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Contributions become the numbers of units and areas: a unit's own ones, and those of its area, by
 * adding up along the register.
 *
 * @param measured the declared numbers
 * @param register the register of every year, on every node
 * @param wanted the units and areas that are worked out; null for all
 */
public record Vectors(Measured measured, Broadcast<Register> register, Set<String> wanted) {
  /** Scope of a unit's own records. */
  public static final String OWN = "own";

  /** Scope of the whole area. */
  public static final String CONSOLIDATED = "consolidated";

  /** Where the numbers stand among the columns. */
  static final int NUMBERS = 3;

  static final StructType SHAPE =
      new StructType()
          .add(Columns.YEAR, DataTypes.IntegerType)
          .add(Columns.UNIT_ID, DataTypes.StringType)
          .add(Columns.SCOPE, DataTypes.StringType)
          .add(Columns.COUNTED, DataTypes.createArrayType(DataTypes.IntegerType))
          .add(Columns.TALLIES, DataTypes.createArrayType(DataTypes.LongType))
          .add(Columns.SUMMED, DataTypes.createArrayType(DataTypes.IntegerType))
          .add(Columns.SUMS, DataTypes.createArrayType(DataTypes.createDecimalType(38, 6)))
          .add(Columns.THINGS, DataTypes.createArrayType(DataTypes.StringType));

  /**
   * One row for each year, unit and scope that has a number.
   *
   * @param contributions one row for each unit, year and data set
   */
  public Dataset<Row> of(Dataset<Row> contributions) {
    Spread spread =
        new Spread(
            measured.counted().size(),
            Set.copyOf(measured.neverSummed()),
            register,
            wanted == null ? null : Set.copyOf(wanted));
    int size = spread.size;
    MapPartitionsFunction<Row, Row> toAreas = rows -> new Spreading(rows, spread);
    MapPartitionsFunction<Row, Row> add =
        rows -> new Neighbours(rows, same -> together(same, size));
    return contributions
        .where(col(Columns.YEAR).notEqual(Contributions.ANY_YEAR))
        .mapPartitions(toAreas, Encoders.row(SHAPE))
        .repartition(col(Columns.YEAR), col(Columns.UNIT_ID), col(Columns.SCOPE))
        .sortWithinPartitions(Columns.YEAR, Columns.UNIT_ID, Columns.SCOPE)
        .mapPartitions(add, Encoders.row(SHAPE));
  }

  /** Which areas a contribution reaches. */
  private record Spread(
      int size, Set<Integer> neverSummed, Broadcast<Register> register, Set<String> wanted)
      implements Serializable {
    boolean isWanted(String unit) {
      return wanted == null || wanted.contains(unit);
    }
  }

  private record Area(int year, String unit, String scope) {}

  /** The numbers of areas that a partition's contributions come to, in pieces of bounded size. */
  private static final class Spreading implements Iterator<Row> {
    private static final int MOST_AREAS = 10_000;
    private static final int MOST_THINGS = 200_000;

    private final Iterator<Row> rows;
    private final Spread spread;
    private final Map<Area, Numbers> held = new HashMap<>();
    private int things;
    private Iterator<Map.Entry<Area, Numbers>> ready = Collections.emptyIterator();

    Spreading(Iterator<Row> rows, Spread spread) {
      this.rows = rows;
      this.spread = spread;
    }

    @Override
    public boolean hasNext() {
      while (!ready.hasNext() && rows.hasNext()) {
        held.clear();
        things = 0;
        while (rows.hasNext() && held.size() < MOST_AREAS && things < MOST_THINGS) {
          spread(rows.next());
        }
        ready = held.entrySet().iterator();
      }
      return ready.hasNext();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Map.Entry<Area, Numbers> entry = ready.next();
      return row(entry.getKey(), entry.getValue());
    }

    private void spread(Row row) {
      String unit = row.getString(0);
      int year = row.getInt(1);
      Register.Entry entry = spread.register.value().find(year, unit).orElse(null);
      if (entry == null) {
        return;
      }
      List<String> areas = entry.ancestors();
      int told = row.getList(UnitCounts.NUMBERS + Numbers.COLUMNS - 1).size();
      things += told * (areas.size() + 1);
      if (spread.isWanted(unit)) {
        of(year, unit, OWN).add(row, UnitCounts.NUMBERS);
      }
      for (String area : areas) {
        if (area.equals(unit) && spread.isWanted(unit)) {
          of(year, unit, CONSOLIDATED).add(row, UnitCounts.NUMBERS);
        } else if (spread.isWanted(area)) {
          of(year, area, CONSOLIDATED)
              .add(row, UnitCounts.NUMBERS, place -> !spread.neverSummed.contains(place));
        }
      }
    }

    private Numbers of(int year, String unit, String scope) {
      return held.computeIfAbsent(new Area(year, unit, scope), a -> new Numbers(spread.size));
    }
  }

  /** Rows of one year, unit and scope as one. */
  private static Row together(List<Row> same, int size) {
    Row first = same.get(0);
    Numbers numbers = new Numbers(size);
    same.forEach(row -> numbers.add(row, NUMBERS));
    // What an area tells apart is told apart by now.
    numbers.settle(place -> true);
    return row(new Area(first.getInt(0), first.getString(1), first.getString(2)), numbers);
  }

  private static Row row(Area area, Numbers numbers) {
    Object[] row = new Object[NUMBERS + Numbers.COLUMNS];
    row[0] = area.year;
    row[1] = area.unit;
    row[2] = area.scope;
    numbers.pack(row, NUMBERS);
    return RowFactory.create(row);
  }
}
