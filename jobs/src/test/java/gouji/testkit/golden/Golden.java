package gouji.testkit.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes the expected outputs of the sample; {@code scripts/golden} calls it. */
public final class Golden {
  private Golden() {}

  /**
   * Writes into a folder: {@code input} with the outputs of the sample, {@code corrections} with
   * how they differ after the corrections.
   *
   * @param arguments outputs of the sample, outputs after the corrections, the folder
   */
  public static void main(String[] arguments) throws IOException {
    Outputs input = Outputs.of(Path.of(arguments[0]));
    Outputs corrections = Outputs.of(Path.of(arguments[1]));
    Path folder = Path.of(arguments[2]);
    write(input, folder.resolve("input"));
    write(corrections.since(input), folder.resolve("corrections"));
  }

  private static void write(Outputs outputs, Path folder) throws IOException {
    for (Map.Entry<String, String> file : outputs.texts().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }
}
