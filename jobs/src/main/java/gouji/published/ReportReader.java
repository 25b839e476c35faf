package gouji.published;

import gouji.contract.Declarations;
import gouji.contract.Form;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads published reports by the declared forms. */
public final class ReportReader {
  /** The most bytes that a file may have. */
  public static final int MOST_BYTES = 32 << 20;

  private final Spellings spellings;
  private final List<Vocabulary> vocabularies;
  private final NarrativeReading narratives;
  private final Set<String> indicators;

  /** A reader for the forms among these. */
  public ReportReader(Declarations declared) {
    spellings = new Spellings(declared.spellings().values());
    narratives = new NarrativeReading(declared.narratives().values(), spellings);
    indicators = declared.indicators().keySet();
    vocabularies =
        declared.forms().values().stream()
            .sorted(Comparator.comparingInt(Form::firstYear))
            .map(f -> new Vocabulary(spellings, f))
            .toList();
  }

  /** What a file holds; empty when it holds no row of any form. */
  public Optional<PublishedReport> read(byte[] bytes) {
    SourceText text = ReportFile.text(bytes);
    Heading heading = Heading.of(text, spellings);
    List<FormReading> readings = new ArrayList<>();
    for (Vocabulary vocabulary : vocabularies) {
      readings.add(FormReading.of(text, vocabulary, others(vocabulary), spellings));
    }
    int most = readings.stream().mapToInt(FormReading::own).max().orElse(0);
    FormReading chosen = most == 0 ? ofYear(readings, heading.year()) : ofMost(readings, most);
    List<ReadTable> tables = chosen.tables(others(chosen.vocabulary()), spellings, most == 0);
    if (tables.stream().allMatch(t -> t.cells().isEmpty())) {
      return Optional.empty();
    }
    List<Prose.Sentence> sentences = Prose.sentences(text, spellings);
    return Optional.of(
        new PublishedReport(
            chosen.form(),
            most == 0,
            heading.year(),
            heading.yearFrom(),
            heading.otherYears(),
            heading.unit(),
            UnitLevel.of(heading.unit()),
            tables,
            narratives.statements(sentences, chosen.form(), indicators, heading.year()),
            PartLists.of(sentences),
            text.lines().stream().map(ReadLine::of).toList()));
  }

  private List<Vocabulary> others(Vocabulary one) {
    return vocabularies.stream().filter(v -> v != one).toList();
  }

  /** The reading with that many labels of its own; the newest where two have as many. */
  private static FormReading ofMost(List<FormReading> readings, int most) {
    return readings.stream().filter(r -> r.own() == most).reduce((a, b) -> b).orElseThrow();
  }

  private static FormReading ofYear(List<FormReading> readings, Integer year) {
    return readings.stream()
        .filter(r -> year != null && r.form().isFor(year))
        .findFirst()
        .orElseGet(() -> readings.get(readings.size() - 1));
  }
}
