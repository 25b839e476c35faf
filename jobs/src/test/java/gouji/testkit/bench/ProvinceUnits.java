package gouji.testkit.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The units of a province: itself, its cities and counties, and below these towns and departments.
 * A group is who delivers files: a county with all below it, or a city or the province with what is
 * directly theirs.
 */
final class ProvinceUnits {
  private static final int CITIES = 12;
  private static final int COUNTIES = 100;
  private static final byte[][] NAMES = Lines.utf8("省", "市", "县", "镇", "局");
  private static final byte[][] LEVELS =
      Lines.utf8("province", "city", "county", "town", "department");

  private final List<Unit> all = new ArrayList<>();
  private final List<Group> groups = new ArrayList<>();

  ProvinceUnits(int units) {
    int cities = Math.max(1, Math.min(CITIES, units / 10));
    int counties = Math.max(1, Math.min(COUNTIES, units / 4));
    group(new Unit("360000", "", 0), 0);
    for (int i = 0; i < cities; i++) {
      group(new Unit(code(i, 0), "360000", 1), i);
    }
    for (int i = 0; i < counties; i++) {
      group(new Unit(code(i % cities, i / cities + 1), code(i % cities, 0), 2), i % cities);
    }
    for (int i = all.size(); i < units; i++) {
      Group group = groups.get(1 + i % (groups.size() - 1));
      boolean town = group.head().level == 2 && i % 5 < 3;
      String above = group.head().id;
      add(new Unit("%s%04d".formatted(above, group.units.size()), above, town ? 3 : 4), group);
    }
  }

  private static String code(int city, int county) {
    return "36%02d%02d".formatted(city + 1, county);
  }

  private void group(Unit unit, int cluster) {
    Group group = new Group(groups.size(), cluster, new ArrayList<>());
    groups.add(group);
    add(unit, group);
  }

  private void add(Unit unit, Group group) {
    all.add(unit);
    group.units.add(unit);
  }

  /** Who delivers files. */
  List<Group> groups() {
    return groups;
  }

  /** How many units the groups before this one have. */
  int before(Group group) {
    return groups.subList(0, group.place).stream().mapToInt(g -> g.units.size()).sum();
  }

  /** How many groups of neighbours there are, each written by one thread. */
  int clusters() {
    return groups.stream().mapToInt(Group::cluster).max().orElseThrow() + 1;
  }

  /** Writes the register; every tenth unit has its name corrected behind it. */
  long write(Path folder) {
    long rows = 0;
    String header = "unit_id,name,level,parent_id,region_code,valid_from,valid_to";
    for (int step : new int[] {1, 10}) {
      String name = step == 1 ? "2019.csv" : "corrections.csv";
      try (Lines out = new Lines(folder.resolve("units").resolve(name), header)) {
        for (int i = 0; i < all.size(); i += step) {
          Unit unit = all.get(i);
          out.add(unit.code).next().add(NAMES[unit.level]).add(i, 1).next();
          out.add(LEVELS[unit.level]).next().add(Lines.utf8(unit.parent)).next();
          out.add(Lines.utf8(unit.id.substring(0, 6)))
              .next()
              .add(Records.day(2010, 1))
              .next()
              .end();
        }
        rows += out.rows();
      }
    }
    return rows;
  }

  /** One unit. */
  static final class Unit {
    private final String id;
    private final String parent;
    private final int level;
    private final byte[] code;

    Unit(String id, String parent, int level) {
      this.id = id;
      this.parent = parent;
      this.level = level;
      code = Lines.utf8(id);
    }

    String id() {
      return id;
    }

    byte[] code() {
      return code;
    }
  }

  /**
   * Who delivers.
   *
   * @param place its place among all
   * @param cluster the city it belongs to
   * @param units its units, the head first
   */
  record Group(int place, int cluster, List<Unit> units) {
    Unit head() {
      return units.get(0);
    }

    Unit unit(int place) {
      return units.get(place);
    }
  }
}
