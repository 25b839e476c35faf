package gouji.ingest;

import gouji.contract.DataSet;
import gouji.contract.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes the key of a row, tells the parties of a decision apart, and masks what is personal. */
final class PartyKeys {
  /** Party of a withdrawn row that names none: it withdraws every party of its decision. */
  static final String ALL = "*";

  private static final int NONE = -1;

  private final KeyedHash hash;

  /** Where the columns of the key stand; none for the party's. */
  private final List<Integer> key = new ArrayList<>();

  private final List<Integer> entity;
  private final List<Told> ways = new ArrayList<>();
  private final List<Told> personal = new ArrayList<>();
  private final int sequence;
  private final int withdrawn;
  private final int kind;

  PartyKeys(DataSet set, Map<String, Integer> places, Masking masking) {
    hash = masking.keyedHash();
    entity = set.entityKey().stream().map(places::get).toList();
    String party = set.party() == null ? null : set.party().sequence();
    set.primaryKey().forEach(c -> key.add(c.equals(party) ? NONE : places.get(c)));
    sequence = party == null ? NONE : places.get(party);
    if (party != null) {
      set.party().otherwise().forEach(c -> ways.add(new Told(c, places.get(c))));
    }
    withdrawn = places.get("withdrawn");
    kind = places.getOrDefault("party_kind", NONE);
    set.fields().stream()
        .filter(Field::personal)
        .forEach(f -> personal.add(new Told(f.name(), places.get(f.name()))));
  }

  /** A column and where it stands. */
  private record Told(String column, int place) {}

  /** Sets the keys of the row and masks its values and the raw values of its problems. */
  void finish(TypedRow row) {
    StringBuilder text = new StringBuilder();
    for (int place : key) {
      add(text, place == NONE ? party(row) : part(row, place));
    }
    row.recordKey = text.toString();
    mask(row);
  }

  /** The key of the thing that a row belongs to. */
  String entityKey(TypedRow row) {
    StringBuilder text = new StringBuilder();
    for (int place : entity) {
      add(text, part(row, place));
    }
    return text.toString();
  }

  private static String part(TypedRow row, int place) {
    return Objects.toString(row.values[place], "");
  }

  /** The key of an accepted row begins with its unit, so that only the first part stands alone. */
  private static void add(StringBuilder key, String part) {
    if (!key.isEmpty()) {
      key.append(RowTyping.KEY_SEPARATOR);
    }
    key.append(part);
  }

  private String party(TypedRow row) {
    if (row.values[sequence] != null) {
      return "seq:" + row.values[sequence];
    }
    for (Told way : ways) {
      Object value = row.values[way.place];
      if (value != null) {
        return way.column + ":" + hash.of(Texts.nfkc(value.toString()));
      }
    }
    return Boolean.TRUE.equals(row.values[withdrawn]) ? ALL : "seq:1";
  }

  /** How the party of a record key is told: seq, party_id, party_name, or {@link #ALL}. */
  static String way(String recordKey) {
    String party = recordKey.substring(recordKey.lastIndexOf(RowTyping.KEY_SEPARATOR) + 1);
    int colon = party.indexOf(':');
    return colon < 0 ? party : party.substring(0, colon);
  }

  private void mask(TypedRow row) {
    if (kind == NONE || "organization".equals(row.values[kind])) {
      return;
    }
    StringBuilder clear = new StringBuilder();
    boolean isSaid = false;
    for (Told one : personal) {
      String value = (String) row.values[one.place];
      isSaid |= value != null;
      clear.append(RowTyping.KEY_SEPARATOR).append(value == null ? "" : value);
      row.values[one.place] = masked(one.column, value);
      maskProblems(row.problems, one.column);
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
