package gouji.report;

import gouji.contract.Form;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Printed labels as they are told outside their table: without numbers, with their groups. */
public final class RowNames {
  private static final Pattern NUMBER =
      Pattern.compile("^([一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）]|[0-9]+[.．、])\\s*");

  private RowNames() {}

  /** A label without the number in front of it. */
  public static String withoutNumber(String label) {
    return NUMBER.matcher(label).replaceFirst("");
  }

  /** The labels of a row from the outermost group to its own. */
  static String name(Form.Row row, String delimiter) {
    return Stream.of(row.head(), row.group(), row.label())
        .filter(Objects::nonNull)
        .map(RowNames::withoutNumber)
        .collect(Collectors.joining(delimiter));
  }
}
