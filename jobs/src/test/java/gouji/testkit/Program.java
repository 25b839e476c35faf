package gouji.testkit;

import gouji.cli.Gouji;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The program as a user starts it, but in this JVM and on the tests' one Spark session. */
public final class Program {

  private Program() {}

  /** The program for commands that need no Spark session. */
  public static Program withoutSpark() {
    return new Program();
  }

  /** Runs a command line and keeps what it says. */
  public Ran run(Object... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
      String[] texts = new String[arguments.length];
      for (int i = 0; i < texts.length; i++) {
        texts[i] = arguments[i].toString();
      }
      int status = Gouji.run(texts);
      return new Ran(status, text(said), text(complained));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /**
   * A command that has ended.
   *
   * @param status its exit status
   * @param out what it said on standard output
   * @param err what it said on standard error
   */
  public record Ran(int status, String out, String err) {}

  /** Gives a test the program as a parameter. */
  public static final class Programs implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
      return parameter.getParameter().getType() == Program.class;
    }

    @Override
    public Program resolveParameter(ParameterContext parameter, ExtensionContext test) {
      return of(test);
    }

    /** The program, on the session of the tests. */
    static Program of(ExtensionContext test) {
      // Made here, so that the program finds it and makes none of its own.
      SparkSessions.of(test);
      return new Program();
    }
  }
}
