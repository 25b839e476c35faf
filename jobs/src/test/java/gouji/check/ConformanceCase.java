package gouji.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gouji.contract.Form;
import gouji.contract.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The conformance cases: a rule, figures as raw texts, and how many of the rule's instances get
 * each verdict.
 *
 * @param theme name of the file that it stands in
 * @param name what it shows
 * @param rule the rule's declaration, the shipped one where the case names it by id
 * @param given the case as written
 */
record ConformanceCase(String theme, String name, JsonNode rule, JsonNode given) {
  private static final Path FOLDER = Path.of("jobs/src/test/resources/conformance");
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();

  /**
   * A figure as cases and formulas name it: {@code own(reported.table.row:column@-1)}.
   *
   * @param where scope, child, or what else stands before the bracket
   * @param source computed or reported
   * @param cell address of a cell, or code of an indicator
   * @param lastYear whether it is last year's
   */
  record Name(String where, String source, String cell, boolean lastYear) {
    private static final Pattern WRITTEN =
        Pattern.compile("(?:sum\\(|([\\w.]+)\\()?(?:(reported|computed)\\.)?([^@()]+)(@-1)?\\)?");

    /** Reads a figure; scope and source are those under check where it names none. */
    static Name of(String text, String scope, String source) {
      Matcher m = WRITTEN.matcher(text);
      if (!m.matches()) {
        throw new IllegalArgumentException(text);
      }
      return new Name(
          m.group(1) == null ? scope : m.group(1),
          m.group(2) == null ? source : m.group(2),
          m.group(3),
          m.group(4) != null);
    }

    boolean isReported() {
      return source.equals("reported");
    }

    /** The same of another scope or child. */
    Name in(String other) {
      return new Name(other, source, cell, lastYear);
    }

    /** The same of another cell. */
    Name of(String other) {
      return new Name(where, source, other, lastYear);
    }

    /** Whether both stand in one table of one filing; an indicator stands in none. */
    boolean isBeside(Name other) {
      return other.of(cell).equals(this)
          && cell.startsWith(other.cell.replaceFirst("[.].*|$", "."));
    }
  }

  @Override
  public String toString() {
    return theme + ": " + name;
  }

  /** All cases, in the order of files and lines. */
  static List<ConformanceCase> all() throws IOException {
    List<ConformanceCase> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        String theme = file.getFileName().toString().replace(".json", "");
        for (JsonNode given : JSON.readTree(file.toFile())) {
          all.add(new ConformanceCase(theme, given.path("name").asText(), rule(given), given));
        }
      }
    }
    return all;
  }

  private static JsonNode rule(JsonNode given) throws IOException {
    JsonNode rule = given.path("rule");
    if (!rule.has("shipped")) {
      return rule;
    }
    Path file = Path.of("schemas/rules", rule.get("shipped").asText() + ".json");
    return ((ObjectNode) JSON.readTree(file.toFile())).without("$schema");
  }

  /** The rule as declared. */
  Rule declared() {
    return JSON.convertValue(declaration("conformance"), Rule.class);
  }

  /** The rule with all that its declaration must have, under an id of its own where it has none. */
  ObjectNode declaration(String id) {
    ObjectNode whole = rule.deepCopy();
    List.of("title", "message")
        .forEach(
            t -> whole.putIfAbsent(t, JSON.createObjectNode().put("zh", name).put("en", name)));
    putIfAbsent(whole, "id", id);
    putIfAbsent(whole, "severity", "warning");
    if (!whole.has("forms")) {
      whole.putArray("forms").add(form());
    }
    if (!whole.has("examples")) {
      ObjectNode fails = whole.putArray("examples").addObject();
      fails.put("title", "fails").put("verdict", "fail");
      fails.putObject("cells").put("requests.received:natural", "0");
    }
    return whole;
  }

  private static void putIfAbsent(ObjectNode node, String property, String text) {
    if (!node.has(property)) {
      node.put(property, text);
    }
  }

  /** The form of the report year. */
  String form() {
    return given.path("form").asText(rule.path("forms").path(0).asText("2021-30"));
  }

  /**
   * The case with all that it leaves to be understood.
   *
   * @param form the form of the report year
   * @param lastForm that of the year before, {@code none} for no such year
   * @param year the report year
   * @param scope own, but consolidated where the formula says so
   * @param source the rule's first where the case does not say
   * @param level level of the unit
   * @param children those with figures, and those that filed nothing
   * @param notSupplied data sets and facts that were not supplied
   * @param notDelivered those of which the unit's own area has no record
   * @param areaChanged whether the unit's area was another last year
   * @param raws what was written, by figure
   * @param filed whether something was written of the source and scope under check
   */
  record Reading(
      Rule rule,
      Form form,
      String lastForm,
      String year,
      String scope,
      String source,
      String level,
      Set<String> children,
      List<String> notSupplied,
      List<String> notDelivered,
      boolean areaChanged,
      Map<Name, String> raws,
      boolean filed) {

    /** Whether the rule is for the form, year and scope of the case, and something was filed. */
    boolean isInForce() {
      String years = rule.years() == null ? year : rule.years();
      return rule.forms().contains(form.id())
          && rule.isFor(Rule.Scope.valueOf(scope.toUpperCase(Locale.ROOT)))
          && years.substring(0, year.length()).compareTo(year) <= 0
          && years.substring(years.length() - year.length()).compareTo(year) >= 0
          && (filed || source.equals("computed"));
    }

    /** A figure as the case or a formula names it. */
    Name name(String text) {
      return Name.of(text, scope, source);
    }

    /**
     * What was written of a figure, in plain width and without blanks around it; empty for nothing.
     */
    String raw(Name name) {
      return Normalizer.normalize(raws.getOrDefault(name, ""), Normalizer.Form.NFKC)
          .replaceAll("^[\\s\\p{Z}\\p{Cf}]+|[\\s\\p{Z}\\p{Cf}]+$", "");
    }

    /** The same; for the children's sum that of each child, where there are children. */
    Stream<Name> names(String text) {
      Name name = name(text);
      boolean each = name.where().equals("children.sum") && !children.isEmpty();
      return each ? children.stream().map(name::in) : Stream.of(name);
    }

    /** Whether all of these data sets and facts were supplied. */
    boolean isSupplied(Set<String> operands) {
      return Collections.disjoint(operands, notSupplied);
    }

    /** Whether the unit's own area has records of all of these data sets and facts. */
    boolean isDelivered(Set<String> operands) {
      return Collections.disjoint(operands, notDelivered);
    }

    /** What was written in the same table of the same filing. */
    List<Name> table(Name name) {
      return raws.keySet().stream().filter(name::isBeside).toList();
    }

    /** Whether something was written of the figure. */
    boolean isFiled(Name name) {
      return raws.containsKey(name);
    }
  }

  /** Reads the case, its form among those that are declared. */
  Reading reading(Map<String, Form> forms) {
    Form form = forms.get(form());
    String lastForm = given.path("lastForm").asText(form());
    boolean levels = rule.path("formula").asText().matches(".*(consolidated|children.sum)\\(.*");
    String scope = given.path("scope").asText(levels ? "consolidated" : "own");
    String source = given.path("source").asText(rule.path("sources").path(0).asText("computed"));
    Map<Name, String> raws = new HashMap<>();
    cells().forEach((key, raw) -> raws.put(Name.of(key, scope, source), raw));
    Set<String> children = new TreeSet<>(texts(given.path("silent")));
    raws.keySet().stream().map(Name::where).forEach(children::add);
    children.removeAll(List.of("own", "consolidated"));
    boolean leaf = given.path("leaf").asBoolean();
    boolean filed =
        raws.keySet().stream()
            .filter(n -> n.source().equals(source) && !n.lastYear())
            .anyMatch(n -> n.where().equals(scope) || (leaf && levels));
    if (leaf) {
      mirror(raws);
    }
    String year = String.valueOf(form.firstYear() + (form.id().equals(lastForm) ? 1 : 0));
    String level = given.path("level").asText("county");
    return new Reading(
        declared(),
        form,
        lastForm,
        year,
        scope,
        source,
        level,
        children,
        texts(given.path("notSupplied")),
        texts(given.path("notDelivered")),
        given.path("areaChanged").asBoolean(),
        raws,
        filed);
  }

  /** For a unit without children own and consolidated are one: whichever was filed is both. */
  private static void mirror(Map<Name, String> raws) {
    for (Name name : List.copyOf(raws.keySet())) {
      raws.putIfAbsent(name.in("own"), raws.get(name));
      raws.putIfAbsent(name.in("consolidated"), raws.get(name));
    }
  }

  /** The figures as an example of the rule. */
  Rule.Example example() {
    return new Rule.Example(
        name,
        form(),
        given.path("lastForm").asText(null),
        given.has("source") ? one(Rule.Source.class, "source") : null,
        given.has("scope") ? one(Rule.Scope.class, "scope") : null,
        given.path("level").asText(null),
        texts(given.path("silent")),
        texts(given.path("notSupplied")),
        texts(given.path("notDelivered")),
        given.path("areaChanged").asBoolean(),
        cells(),
        "");
  }

  private <T extends Enum<T>> T one(Class<T> type, String property) {
    return Enum.valueOf(type, given.get(property).asText().toUpperCase(Locale.ROOT));
  }

  /** The raw texts of the figures, by name. */
  Map<String, String> cells() {
    Map<String, String> cells = new TreeMap<>();
    given.path("cells").properties().forEach(e -> cells.put(e.getKey(), e.getValue().asText()));
    return cells;
  }

  /** The texts of a list; none where there is no list. */
  static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  /** How many instances get each verdict. */
  Map<String, Integer> expected() {
    Map<String, Integer> counts = new TreeMap<>();
    given.get("expect").properties().forEach(e -> counts.put(e.getKey(), e.getValue().asInt()));
    return counts;
  }
}
