package gouji;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import gouji.testkit.link.Constants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
  private static final Path SOURCES = Path.of("jobs", "src", "main", "java", "gouji");
  private static final Path BUILT = Path.of("target", "classes");

  /** A type of Scala in a class file: by itself, or in the types of what is called. */
  private static final Pattern SCALA = Pattern.compile("(^|L)scala[/.]");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("gouji");

  /** Which rooms each room may import, beside itself. */
  private static final Map<String, List<String>> MAP = new LinkedHashMap<>();

  static {
    MAP.put("failure", List.of());
    MAP.put("contract", List.of("failure"));
    MAP.put("store", List.of("contract", "failure"));
    MAP.put("ingest", List.of("contract", "failure"));
    MAP.put("measure", List.of("contract", "failure"));
    MAP.put("published", List.of("contract", "failure"));
    MAP.put("check", List.of("contract", "failure"));
    MAP.put("report", List.of("contract", "failure"));
    MAP.put("export", List.of("report", "contract", "failure"));
    MAP.put(
        "job",
        List.of(
            "ingest",
            "measure",
            "published",
            "check",
            "report",
            "export",
            "store",
            "contract",
            "failure"));
    MAP.put("ledger", List.of("job", "store", "contract", "failure"));
    MAP.put("cli", List.of());
  }

  @TestFactory
  Stream<DynamicTest> importsOnlyWhatTheMapAllows() {
    return MAP.keySet().stream()
        .filter(room -> !room.equals("cli"))
        .map(room -> DynamicTest.dynamicTest(room, () -> importsOnly(room)));
  }

  private static void importsOnly(String room) {
    Set<String> allowed =
        Stream.concat(MAP.get(room).stream(), Stream.of(room))
            .map(r -> "gouji." + r + "..")
            .collect(Collectors.toCollection(TreeSet::new));
    noClasses()
        .that()
        .resideInAPackage("gouji." + room + "..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("gouji..")
                .and(resideOutsideOfPackages(allowed.toArray(String[]::new))))
        .because(
            "%s may import %s only. Move the class to the room it belongs to, or hand the value in"
                    .formatted(room, MAP.get(room))
                + " from the job: steps know no other step, and nothing knows what is above it")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void letsOnlyTheStoreKnowDelta() {
    noClasses()
        .that()
        .resideOutsideOfPackage("gouji.store..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.delta..")
        .because("tables are read and written through gouji.store: add what is missing there")
        .check(CLASSES);
    assertThat(sources("\"delta\""))
        .as("the format delta is named in gouji.store only: read and write through its Tables")
        .allMatch(f -> f.startsWith("store/"));
  }

  @Test
  void keepsDeclarationsFreeOfSpark() {
    noClasses()
        .that()
        .resideInAnyPackage("gouji.contract..", "gouji.failure..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..")
        .because(
            "declarations are read and checked before Spark starts: what they mean belongs into a"
                + " step, types of tables into gouji.store")
        .check(CLASSES);
  }

  @Test
  void namesNoScalaType() throws IOException {
    try (Stream<Path> files = Files.walk(BUILT)) {
      assertThat(files.filter(f -> f.toString().endsWith(".class")))
          .as("the jar runs with Scala 2.12 and 2.13: call what has Java types only")
          .hasSizeGreaterThan(100)
          .noneMatch(f -> Constants.of(f).texts().anyMatch(t -> SCALA.matcher(t).find()));
    }
  }

  @Test
  void keepsDocumentsFreeOfSpark() {
    noClasses()
        .that()
        .resideInAPackage("gouji.report..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..")
        .because("a report is made of plain values: let the job gather them")
        .check(CLASSES);
  }

  @Test
  void letsNoStepKnowTheClock() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "gouji.ingest..",
            "gouji.measure..",
            "gouji.published..",
            "gouji.check..",
            "gouji.report..",
            "gouji.export..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.time.Clock")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .because("the same input gives the same bytes: hand the day in as a parameter")
        .check(CLASSES);
  }

  @Test
  void namesClassesByWhatTheyAre() {
    noClasses()
        .should()
        .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl)")
        .because("such a name says nothing: name the class by what it is or gives")
        .check(CLASSES);
  }

  @Test
  void describesEveryRoom() throws IOException {
    List<String> rooms;
    try (Stream<Path> folders = Files.list(SOURCES)) {
      rooms = folders.filter(Files::isDirectory).map(f -> f.getFileName().toString()).toList();
    }

    assertThat(MAP.keySet())
        .as("a new room stands in the map of README, and here with what it may import")
        .containsAll(rooms);
    assertThat(rooms)
        .as("write a package-info.java: what it holds, what it may import, what does not belong")
        .allMatch(room -> Files.exists(SOURCES.resolve(room).resolve("package-info.java")));
  }

  /** The source files that hold a text, relative to the rooms' folder. */
  private static List<String> sources(String text) {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(f -> f.toString().endsWith(".java"))
          .filter(f -> read(f).contains(text))
          .map(f -> SOURCES.relativize(f).toString().replace('\\', '/'))
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
