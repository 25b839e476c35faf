package gouji.ingest;

import gouji.contract.Declarations;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Says which unit a published report is of: by its file, else by the name that it tells. */
public final class UnitMap implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Map<String, Unit> byFile;
  private final Map<String, Unit> byName;
  private final byte[] bytes;

  private UnitMap(Map<String, Unit> byFile, Map<String, Unit> byName, byte[] bytes) {
    this.byFile = byFile;
    this.byName = byName;
    this.bytes = bytes.clone();
  }

  /**
   * The unit of a report.
   *
   * @param unitId its code
   * @param scope whether the report is of its own records or of its whole area
   */
  public record Unit(String unitId, String scope) implements Serializable {}

  /**
   * Reads a map: CSV in UTF-8 or GB18030 with {@code unit_id}, and {@code name} or {@code file} or
   * both; {@code scope} may be there. A mistake in it is a failure of code {@code UNUSABLE}.
   *
   * @param path where it is, as failures tell it
   */
  public static UnitMap of(String path, byte[] bytes, Declarations declared) {
    Map<String, Unit> byFile = new HashMap<>();
    Map<String, Unit> byName = new HashMap<>();
    UnitMapRows rows = new UnitMapRows(path, bytes, declared);
    for (UnitMapRows.Line line : rows.lines()) {
      // Names may be shared by units of several areas; a file is of one.
      boolean isOfFile = !line.file().isEmpty();
      Map<String, Unit> units = isOfFile ? byFile : byName;
      String key = isOfFile ? line.file() : name(line.name());
      Unit unit = new Unit(line.unitId(), line.scope());
      Unit before = key.isEmpty() ? null : units.putIfAbsent(key, unit);
      if (before != null && !before.equals(unit)) {
        throw rows.twice(line, before);
      }
    }
    return new UnitMap(byFile, byName, bytes);
  }

  /** A name without white space, for reports part the letters of theirs. */
  private static String name(String text) {
    return Texts.nfkc(text).replaceAll("[\\s\\p{Z}]", "");
  }

  /**
   * The unit of a report; empty when no line is about it.
   *
   * @param file path relative to the folder of reports
   * @param name the unit's name as the report tells it; empty when it does not
   */
  public Optional<Unit> find(String file, String name) {
    Unit ofFile = byFile.get(file);
    return Optional.ofNullable(ofFile == null ? byName.get(name(name)) : ofFile);
  }

  /** The bytes of the map, on which the rows of every report depend. */
  public byte[] bytes() {
    return bytes.clone();
  }
}
