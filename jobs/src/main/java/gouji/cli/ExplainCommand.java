package gouji.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** placeholder */
@Command(name = "explain")
final class ExplainCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return 0;
  }
}
