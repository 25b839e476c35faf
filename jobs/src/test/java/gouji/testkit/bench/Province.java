package gouji.testkit.bench;

import gouji.testkit.bench.ProvinceUnits.Group;
import gouji.testkit.bench.ProvinceUnits.Unit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/**
 * The input of a province of any size, as its counties and cities would deliver it: one file for
 * each of them, data set and year. Once in 200 rows there is something amiss; a fiftieth of the
 * rows are corrected in later files. The same numbers give the same bytes, whatever the number of
 * threads.
 *
 * @param units how many units
 * @param years how many years, from {@link #FIRST_YEAR} on
 * @param decisions rows of licences, penalties and enforcements together, before corrections
 * @param items rows of service items, before corrections
 * @param seed what all is drawn from
 */
record Province(int units, int years, long decisions, long items, long seed) {
  static final int FIRST_YEAR = 2019;
  private static final int CORRECTED = 50;
  private static final int LATE = 1_000_000_000;
  private static final String MONTH = "month";

  private record Part(Records records, long rows, boolean yearly) {}

  private List<Part> parts() {
    return List.of(
        new Part(DecisionRecords.LICENCES, decisions / 2, true),
        new Part(DecisionRecords.PENALTIES, decisions * 42 / 100, true),
        new Part(DecisionRecords.ENFORCEMENTS, decisions * 8 / 100, true),
        new Part(new ItemRecords(years), items, false),
        new Part(CaseRecords.DISCLOSURES, decisions / 100, true),
        new Part(CaseRecords.REQUESTS, decisions / 200, true),
        new Part(CaseRecords.DISPUTES, decisions / 1_000, true));
  }

  private int lastYear() {
    return FIRST_YEAR + years - 1;
  }

  /** Writes all files into the folder and gives the number of rows. */
  long write(Path folder) {
    ProvinceUnits register = new ProvinceUnits(units);
    List<Callable<Long>> tasks = new ArrayList<>();
    tasks.add(() -> register.write(folder));
    for (Part part : parts()) {
      for (int year = FIRST_YEAR; year <= (part.yearly ? lastYear() : FIRST_YEAR); year++) {
        int of = year;
        IntStream.range(0, register.clusters())
            .forEach(c -> tasks.add(() -> cluster(folder, register, part, of, c)));
      }
    }
    for (int year = FIRST_YEAR; year <= lastYear(); year++) {
      int of = year;
      tasks.add(() -> FactLines.write(folder, register, of, seed));
    }
    return sum(tasks);
  }

  private static long sum(List<Callable<Long>> tasks) {
    return tasks.parallelStream().mapToLong(Province::rows).sum();
  }

  private static long rows(Callable<Long> task) {
    try {
      return task.call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** The rows of a group in a year: as many as its share of the units. */
  private long rows(Part part, ProvinceUnits register, Group group, int year) {
    long total = part.rows;
    if (part.yearly) {
      int step = year - FIRST_YEAR;
      total = part.rows * (step + 1) / years - part.rows * step / years;
    }
    long before = register.before(group);
    return total * (before + group.units().size()) / units - total * before / units;
  }

  private long seed(Part part, Group group, int year) {
    return new Draw(seed, part.records.header().hashCode(), year, group.place()).below(1 << 30);
  }

  private static Unit unit(Records records, Group group, long seed, long ordinal) {
    Draw draw = new Draw(seed, records.head(ordinal), -1);
    return group.unit(draw.below(group.units().size()));
  }

  private long cluster(Path folder, ProvinceUnits register, Part part, int year, int cluster) {
    Path files = folder.resolve(part.records.dataSet());
    Path later = files.resolve("corrections/%d-%02d.csv".formatted(year, cluster));
    try (Lines corrections = new Lines(later, part.records.header())) {
      long rows = 0;
      for (Group group : register.groups()) {
        if (group.cluster() == cluster) {
          Path file = files.resolve("%d/%s.csv".formatted(year, group.head().id()));
          long wanted = rows(part, register, group, year);
          rows += group(file, part, group, year, wanted, corrections);
        }
      }
      return rows + corrections.rows();
    }
  }

  private long group(Path file, Part part, Group group, int year, long rows, Lines corrections) {
    Records records = part.records;
    long from = seed(part, group, year);
    try (Lines out = new Lines(file, records.header())) {
      for (long i = 0; i < rows; i++) {
        Unit unit = unit(records, group, from, i);
        records.line(out, new Records.At(unit, year, group.place(), i, 0, from));
        if (new Draw(from, i, -2).oneIn(CORRECTED)) {
          records.line(corrections, new Records.At(unit, year, group.place(), i, 1, from));
        }
      }
    }
    return rows;
  }

  /**
   * Writes a month's batch into another folder and gives the number of rows: a hundredth of the
   * rows, nine tenths of them of the last year, from a tenth of the units, a fifth correcting what
   * is there.
   */
  long month(Path folder) {
    ProvinceUnits register = new ProvinceUnits(units);
    List<Callable<Long>> tasks = new ArrayList<>();
    for (Part part : parts()) {
      for (Group group : register.groups()) {
        tasks.add(() -> month(folder, register, part, group));
      }
    }
    return sum(tasks);
  }

  private boolean delivers(Unit unit) {
    return new Draw(seed, unit.id().hashCode()).oneIn(units < 200 ? 4 : 10);
  }

  private long month(Path folder, ProvinceUnits register, Part part, Group group) {
    Path file =
        folder.resolve("%s/%s/%s.csv".formatted(part.records.dataSet(), MONTH, group.head().id()));
    try (Lines out = new Lines(file, part.records.header())) {
      List<Unit> from = group.units().stream().filter(this::delivers).toList();
      for (int year = FIRST_YEAR; year <= lastYear() && !from.isEmpty(); year++) {
        // What the other units do not deliver comes from those that do.
        long wanted = wanted(part, group, year);
        if (wanted > 0) {
          long rows = rows(part, register, group, year);
          long fifth = (wanted + 2) / 5;
          corrections(out, part, group, year, rows, fifth);
          added(out, part, group, year, wanted - fifth, from);
        }
      }
      return out.rows();
    }
  }

  private long wanted(Part part, Group group, int year) {
    long all = part.rows * group.units().size() / units;
    boolean last = year == lastYear();
    if (!part.yearly) {
      return year == FIRST_YEAR ? (all + 99) / 100 : 0;
    }
    return last ? (all * 9 + 999) / 1_000 : all / 1_000 / Math.max(1, years - 1);
  }

  private void corrections(Lines out, Part part, Group group, int year, long rows, long wanted) {
    long from = seed(part, group, year);
    long left = wanted;
    for (long i = 0; i < rows && left > 0; i++) {
      Unit unit = unit(part.records, group, from, i);
      if (delivers(unit)) {
        part.records.line(out, new Records.At(unit, year, group.place(), i, 2, from));
        left--;
      }
    }
  }

  private void added(Lines out, Part part, Group group, int year, long wanted, List<Unit> units) {
    long from = seed(part, group, year);
    for (long i = LATE; i < LATE + wanted; i++) {
      Draw draw = new Draw(from, part.records.head(i), -1);
      Unit unit = units.get(draw.below(units.size()));
      part.records.line(out, new Records.At(unit, year, group.place(), i, 0, from));
    }
  }
}
