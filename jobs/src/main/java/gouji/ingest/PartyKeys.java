package gouji.ingest;

import gouji.contract.DataSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes the key of a row, tells the parties of a decision apart, and masks what is personal. */
final class PartyKeys {
  /** Party of a withdrawn row that names none: it withdraws every party of its decision. */
  static final String ALL = "*";

  private final DataSet set;
  private final Map<String, Integer> places;
  private final KeyedHash hash;

  PartyKeys(DataSet set, Map<String, Integer> places, Masking masking) {
    this.set = set;
    this.places = places;
    hash = masking.keyedHash();
  }

  /** Sets the keys of the row and masks its values and the raw values of its problems. */
  void finish(TypedRow row) {
    StringBuilder key = new StringBuilder();
    StringBuilder entity = new StringBuilder();
    for (String column : set.primaryKey()) {
      boolean party = set.party() != null && column.equals(set.party().sequence());
      String part = party ? party(row) : Objects.toString(row.values[places.get(column)], "");
      add(key, part);
      if (!party && !column.equals(set.version())) {
        add(entity, part);
      }
    }
    row.recordKey = key.toString();
    row.entityKey = entity.toString();
    mask(row);
  }

  /** The key of an accepted row begins with its unit, so that only the first part stands alone. */
  private static void add(StringBuilder key, String part) {
    if (!key.isEmpty()) {
      key.append(RowTyping.KEY_SEPARATOR);
    }
    key.append(part);
  }

  private String party(TypedRow row) {
    Object sequence = row.values[places.get(set.party().sequence())];
    if (sequence != null) {
      return "seq:" + sequence;
    }
    for (String column : set.party().otherwise()) {
      Object value = row.values[places.get(column)];
      if (value != null) {
        return column + ":" + hash.of(Texts.nfkc(value.toString()));
      }
    }
    boolean withdrawn = Boolean.TRUE.equals(row.values[places.get("withdrawn")]);
    return withdrawn ? ALL : "seq:1";
  }

  /** How the party of a record key is told: seq, party_id, party_name, or {@link #ALL}. */
  static String way(String recordKey) {
    String party = recordKey.substring(recordKey.lastIndexOf(RowTyping.KEY_SEPARATOR) + 1);
    int colon = party.indexOf(':');
    return colon < 0 ? party : party.substring(0, colon);
  }

  private void mask(TypedRow row) {
    Integer kind = places.get("party_kind");
    if (kind == null || "organization".equals(row.values[kind])) {
      return;
    }
    StringBuilder clear = new StringBuilder();
    boolean isSaid = false;
    for (var field : set.fields()) {
      if (field.personal()) {
        int place = places.get(field.name());
        String value = (String) row.values[place];
        isSaid |= value != null;
        clear.append(RowTyping.KEY_SEPARATOR).append(value == null ? "" : value);
        row.values[place] = masked(field.name(), value);
        maskProblems(row.problems, field.name());
      }
    }
    row.hidden = isSaid ? hash.of(clear.toString()) : "";
  }

  private static void maskProblems(List<Problem> problems, String column) {
    problems.replaceAll(
        p ->
            p.column().equals(column)
                ? new Problem(column, p.reason(), masked(column, Texts.trim(p.raw())))
                : p);
  }

  private static String masked(String column, String value) {
    return column.endsWith("_id") ? Masking.number(value) : Masking.name(value);
  }
}
