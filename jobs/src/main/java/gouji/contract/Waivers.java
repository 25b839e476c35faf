package gouji.contract;

import gouji.failure.Failure;
import gouji.failure.FailureCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file of accepted findings.
 *
 * @param waivers the findings
 */
public record Waivers(@Required @EmptyAllowed List<Waiver> waivers) {

  /** Copies the list. */
  public Waivers {
    waivers = Lists.copy(waivers);
  }

  /** The waivers of a file, read strictly; fails with all mistakes, one a line. */
  public static List<Waiver> read(Path file) {
    Mistakes mistakes = new Mistakes();
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new Failure(
          FailureCode.UNUSABLE,
          "--waivers %s cannot be read (%s). Name a UTF-8 file.".formatted(file, e.getMessage()),
          e);
    }
    Optional<Json> json =
        new JsonText(file.toString(), text.replaceFirst("^\uFEFF", ""), mistakes).findValue();
    Binder binder = new Binder(mistakes, new Places());
    Waivers read = json.map(j -> binder.declaration(j, Waivers.class)).orElse(null);
    if (!mistakes.isEmpty()) {
      throw new Failure(FailureCode.UNUSABLE, String.join("\n", mistakes.lines()));
    }
    return read.waivers();
  }
}
