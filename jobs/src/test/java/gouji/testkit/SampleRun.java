package gouji.testkit;

import gouji.testkit.Program.Ran;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The sample county's input, run once for all tests of the JVM. Tests read what it left and leave
 * it as it is.
 *
 * @param folder holds the warehouse and the outputs
 * @param ran what the program said
 */
public record SampleRun(Path folder, Ran ran) {
  /** The sample's records. */
  public static final Path INPUT = Path.of("data", "yiyang", "input");

  /** What is filed after them. */
  public static final Path CORRECTIONS = Path.of("data", "yiyang", "corrections");

  /** The day of every run over the sample. */
  public static final String TODAY = "2024-01-31";

  /** The warehouse, with its secret beside it. */
  public Path warehouse() {
    return folder.resolve("warehouse");
  }

  /** The bulk files and documents. */
  public Path out() {
    return folder.resolve("out");
  }

  /** A copy of the warehouse in another folder, for runs that change it. */
  public Path copyOfWarehouse(Path into) {
    Path copy = into.resolve("warehouse");
    Folders.copy(warehouse(), copy);
    Folders.copy(Path.of(warehouse() + ".secret"), Path.of(copy + ".secret"));
    return copy;
  }

  /** Gives a test the sample run as a parameter. */
  public static final class SampleRuns implements ParameterResolver {
    private static final ExtensionContext.Namespace OURS =
        ExtensionContext.Namespace.create(SampleRuns.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
      return parameter.getParameter().getType() == SampleRun.class;
    }

    @Override
    public SampleRun resolveParameter(ParameterContext parameter, ExtensionContext test) {
      Program program = Program.Programs.of(test);
      return test.getRoot()
          .getStore(OURS)
          .computeIfAbsent(Shared.class, shared -> new Shared(run(program)), Shared.class)
          .run();
    }

    private static SampleRun run(Program program) {
      try {
        Path folder = Files.createTempDirectory("sample-run");
        SampleRun planned = new SampleRun(folder, null);
        Ran ran =
            program.run(
                "run",
                "--input",
                INPUT,
                "--warehouse",
                planned.warehouse(),
                "--out",
                planned.out(),
                "--today",
                TODAY);
        return new SampleRun(folder, ran);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** The run, deleted when the last test is over. */
    private record Shared(SampleRun run) implements AutoCloseable {
      @Override
      public void close() throws IOException {
        Folders.delete(run.folder());
      }
    }
  }
}
