package gouji.cli;

import gouji.contract.DeclarationReader;
import gouji.contract.Declarations;
import gouji.contract.Nearest;
import gouji.contract.Rule;
import gouji.failure.Failure;
import gouji.failure.FailureCode;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Which declarations a command works by. */
final class SchemasOption {
  @Option(
      names = "--schemas",
      paramLabel = "DIR",
      description = "Folder of further declarations (datasets, forms, indicators, rules).")
  private List<Path> folders = List.of();

  /** The declarations, with the further ones. */
  Declarations declarations() {
    return DeclarationReader.readAll(folders);
  }

  /** The rule of that id, which the user typed. */
  static Rule rule(Declarations declared, String id) {
    Rule rule = declared.rules().get(id);
    if (rule == null) {
      throw new Failure(
          FailureCode.UNUSABLE,
          "there is no rule %s.%s gouji rules list names all."
              .formatted(id, Nearest.hint(id, declared.rules().keySet())));
    }
    return rule;
  }
}
