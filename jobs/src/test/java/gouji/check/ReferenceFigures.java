package gouji.check;

import com.fasterxml.jackson.databind.JsonNode;
import gouji.check.ReferenceFormula.Operand;
import gouji.check.ReferenceFormula.Term;
import gouji.contract.Declarations;
import gouji.contract.Form;
import gouji.contract.Operands;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The figures of one conformance case, and what each is worth. */
final class ReferenceFigures {
  private static final Pattern KEY =
      Pattern.compile(
          "(?:(own|consolidated|child\\w+)\\()?(?:(reported|computed)\\.)?([^@()]+)(@-1)?\\)?");
  private static final Pattern NUMBER =
      Pattern.compile(
          "([+-]|减)?(\\d+|\\d{1,3}(?:,\\d{3})+)(\\.\\d+)?(项|个|件|种|次|万?元|%)?(\\(.*\\))?");
  private static final Set<String> NOTHING = Set.of("", "/", "-", "—", "——", "无", "不适用");

  private final Declarations declared;
  private final JsonNode given;
  private final Form form;
  private final Form lastForm;
  private final Operand here;
  private final Set<String> children = new TreeSet<>();
  private final Map<Operand, String> raws = new HashMap<>();
  private final Set<Operand> named = new HashSet<>();

  ReferenceFigures(Declarations declared, JsonNode given, Form form, Operand here) {
    this.declared = declared;
    this.given = given;
    this.form = form;
    this.here = here;
    lastForm = declared.forms().get(given.path("lastForm").asText(form.id()));
    children.addAll(texts(given.path("silent")));
    given.path("cells").properties().forEach(e -> put(e.getKey(), e.getValue().asText()));
  }

  private void put(String key, String raw) {
    Matcher m = KEY.matcher(key);
    if (!m.matches()) {
      throw new IllegalArgumentException(key);
    }
    String where = m.group(1) == null ? here.scope() : m.group(1);
    boolean child = where.startsWith("child");
    String source = m.group(2) == null ? here.source() : m.group(2);
    Operand own = new Operand("unit", where, source, m.group(3), m.group(4) != null);
    named.add(own.named(""));
    if (child) {
      children.add(where);
      raws.put(new Operand(where, "consolidated", source, own.name(), own.last()), raw);
    } else if (given.path("leaf").asBoolean()) {
      raws.put(new Operand("unit", "own", source, own.name(), own.last()), raw);
      raws.put(new Operand("unit", "consolidated", source, own.name(), own.last()), raw);
    } else {
      raws.put(own, raw);
    }
  }

  static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  /** The children that the case names. */
  Set<String> children() {
    return children;
  }

  /** Whether the cell or indicator is given. */
  boolean has(Operand o) {
    return raws.containsKey(o);
  }

  /** Whether anything is given for the unit, year, scope and source under check. */
  boolean any(boolean orStandsFor) {
    return named.contains(here)
        || (orStandsFor && raws.keySet().stream().anyMatch(o -> o.named("").equals(here)));
  }

  private static Form.Cell cell(Form form, String name) {
    return form.cells().stream().filter(c -> c.address().equals(name)).findFirst().orElse(null);
  }

  boolean exists(Operand o) {
    return cell(form, o.name()) != null || declared.indicators().containsKey(o.name());
  }

  private String unit(Operand o) {
    Form.Cell cell = cell(form, o.name());
    String unit = cell != null ? cell.column().unit() : declared.indicators().get(o.name()).unit();
    return unit == null ? "" : unit;
  }

  boolean isAmount(Operand o) {
    return Set.of("万元", "元", "%").contains(unit(o));
  }

  /** Whether a list of the case names what the operand is counted from. */
  boolean listed(String list, Operand o) {
    Form.Cell cell = cell(form, o.name());
    Set<String> from =
        cell != null
            ? Operands.of(form, cell)
            : Operands.of(declared, declared.indicators().get(o.name()));
    return texts(given.path(list)).stream().anyMatch(from::contains);
  }

  private boolean isComparable(Form.Cell cell) {
    return form.equals(lastForm)
        || (cell(lastForm, cell.address()) != null
            && cell.table().comparableWith().contains(lastForm.id()));
  }

  /** Whether anything can be said of the operand at all. */
  boolean applies(Operand o) {
    Form.Cell cell = cell(form, o.name());
    boolean moved =
        o.last()
            && o.reported()
            && o.scope().equals("consolidated")
            && given.path("areaChanged").asBoolean();
    boolean lost = o.last() && (lastForm == null || (cell != null && !isComparable(cell)));
    return o.who() != null && !moved && !lost && (o.reported() || !listed("notSupplied", o));
  }

  /** The number that was read from a reported cell; null where there is none. */
  BigDecimal written(Operand o) {
    return o.reported() && raws.containsKey(o) ? read(raws.get(o), unit(o)) : null;
  }

  /** The raw texts of the operand's table in its filing. */
  Map<Operand, String> table(Operand o) {
    Map<Operand, String> table = new HashMap<>(raws);
    String id = o.name().substring(0, o.name().indexOf(':') < 0 ? 0 : o.name().indexOf('.') + 1);
    table
        .keySet()
        .removeIf(k -> id.isEmpty() || !k.name().startsWith(id) || !k.named(o.name()).equals(o));
    return table;
  }

  /** What the operand counts in a sum; null where it is missing or text. */
  BigDecimal number(Operand o) {
    String raw = raws.get(o);
    if (raw != null && read(raw, unit(o)) != null) {
      return read(raw, unit(o));
    }
    if (!o.reported()) {
      return raw == null && !unit(o).equals("%") ? BigDecimal.ZERO : null;
    }
    Map<Operand, String> table = table(o);
    boolean text = raw != null && !NOTHING.contains(plain(raw));
    if (text
        || table.isEmpty()
        || table.keySet().stream().map(this::written).anyMatch(n -> n != null && n.signum() == 0)) {
      return null;
    }
    Form.Cell cell = cell(form, o.name());
    boolean nothing =
        Stream.concat(inRow(cell).stream(), inColumn(cell).stream())
            .map(p -> number(o.named(p)))
            .allMatch(n -> n != null && n.signum() == 0);
    return nothing ? BigDecimal.ZERO : null;
  }

  /** The terms put together; every operand has a number. */
  BigDecimal sum(List<Term> terms) {
    return terms.stream()
        .map(t -> t.operand() == null ? t.factor() : t.factor().multiply(number(t.operand())))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static String plain(String raw) {
    String edge = "[\\s\\p{Z}\u200b-\u200d\u2060\ufeff]+";
    return Normalizer.normalize(raw, Normalizer.Form.NFKC)
        .replaceAll("^" + edge + "|" + edge + "$", "");
  }

  /** The state of a raw text that was read. */
  static String state(String raw) {
    if (plain(raw).isEmpty()) {
      return "blank";
    }
    return NOTHING.contains(plain(raw))
        ? "not_applicable"
        : read(raw, "") != null ? "number" : "text";
  }

  /** A raw text as a number with the decimals that were written; null where it is none. */
  private static BigDecimal read(String raw, String unit) {
    Matcher m = NUMBER.matcher(plain(raw));
    if (!m.matches()) {
      return null;
    }
    BigDecimal number =
        new BigDecimal(m.group(2).replace(",", "") + Objects.toString(m.group(3), ""));
    boolean yuan = "元".equals(m.group(4)) && unit.equals("万元");
    boolean less = "-".equals(m.group(1)) || "减".equals(m.group(1));
    return (less ? number.negate() : number).movePointLeft(yuan ? 4 : 0);
  }

  static List<String> inRow(Form.Cell c) {
    return c.column().sumOf().stream()
        .map(o -> Form.Cell.address(c.table().id(), c.row().id(), o))
        .toList();
  }

  static List<String> inColumn(Form.Cell c) {
    return c.row().sumOf().stream()
        .map(o -> Form.Cell.address(c.table().id(), o, c.column().id()))
        .toList();
  }
}
