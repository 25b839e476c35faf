package gouji.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.testkit.Folders;
import gouji.testkit.Program;
import gouji.testkit.SampleRun;
import gouji.testkit.SparkSessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith({SparkSessions.class, Program.Programs.class, SampleRun.SampleRuns.class})
class OrderOfFilesTest {
  private static final long SEED = 361126;

  @TempDir private Path folder;

  @Test
  void givesTheSameFiguresForTheSameRowsInOtherFilesAndInTwoDeliveries(
      SampleRun sample, Program program) throws IOException {
    Random random = new Random(SEED);
    Path early = folder.resolve("early");
    Path late = folder.resolve("late");
    for (Path file : Folders.files(SampleRun.INPUT)) {
      Path to = (random.nextBoolean() ? early : late).resolve(file);
      Files.createDirectories(to.getParent());
      split(SampleRun.INPUT.resolve(file), to);
    }
    Path warehouse = folder.resolve("warehouse");

    // What was filed last comes first.
    Program.Ran first = program.run("ingest", "--input", late, "--warehouse", warehouse);
    Program.Ran second =
        program.run(
            "run",
            "--input",
            early,
            "--warehouse",
            warehouse,
            "--out",
            folder.resolve("out"),
            "--format",
            "csv",
            "--today",
            SampleRun.TODAY);

    assertThat(first.status()).as(first.err()).isZero();
    assertThat(second.status()).as(second.err()).isZero();
    List<Path> files =
        Folders.files(folder.resolve("out")).stream()
            .filter(f -> f.toString().endsWith(".csv"))
            .toList();
    assertThat(files).hasSize(6);
    for (Path file : files) {
      assertThat(folder.resolve("out").resolve(file))
          .hasSameTextualContentAs(sample.out().resolve(file));
    }
  }

  /** Splits a JSON Lines file in two whose names keep the order; copies any other. */
  private static void split(Path from, Path to) throws IOException {
    String name = to.getFileName().toString();
    List<String> lines = name.endsWith(".jsonl") ? Files.readAllLines(from) : List.of();
    if (lines.size() < 2) {
      // A half without a row would be an unreadable file.
      Files.copy(from, to);
      return;
    }
    int half = lines.size() / 2;
    Files.write(
        to.resolveSibling(name.replace(".jsonl", ".jsonl.1.jsonl")), lines.subList(0, half));
    Files.write(
        to.resolveSibling(name.replace(".jsonl", ".jsonl.2.jsonl")),
        lines.subList(half, lines.size()));
  }
}
