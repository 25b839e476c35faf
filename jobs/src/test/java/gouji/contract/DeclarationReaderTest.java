package gouji.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeclarationReaderTest {
  private static final String SOUND =
      """
      {"code": "a", "label": "甲", "labelEn": "A", "description": "A figure.", "kind": "fact",
       "order": 1}
      """;

  @TempDir Path folder;

  private List<String> mistakes(String text) {
    return new FurtherFolder(folder).with("indicators/a.json", text).mistakes();
  }

  @Test
  void readsWhatTheProgramCarries() {
    Declarations declared = DeclarationReader.readAll(List.of());

    assertThat(declared.dataSets()).hasSize(12);
    assertThat(declared.forms().keySet()).containsExactly("2019-60", "2021-30");
    assertThat(declared.forms().get("2019-60").cells()).hasSize(22 + 23 * 7 + 15);
    assertThat(declared.forms().get("2021-30").cells()).hasSize(10 + 25 * 7 + 15);
    assertThat(declared.facts()).hasSize(17);
  }

  @Test
  void tellsAllMistakesOfAllFilesAtOnceInTheOrderOfTheirPlaces() {
    FurtherFolder further =
        new FurtherFolder(folder)
            .with("indicators/a.json", "{\n  \"code\": \"a\",\n  \"kind\": \"fcat\", \"knd\": 1\n}")
            .with("indicators/b.json", SOUND)
            .with("indicators/d.json", SOUND.replace("\"a\"", "\"d\"") + "{}")
            .with("rules/e.json", "{]");

    assertThat(further.mistakes())
        .containsExactly(
            "indicators/a.json:1:1: an indicator must have the property description; add it",
            "indicators/a.json:1:1: an indicator must have the property label; add it",
            "indicators/a.json:1:1: an indicator must have the property labelEn; add it",
            "indicators/a.json:1:1: an indicator must have the property order; add it",
            "indicators/a.json:3:11: kind must be one of count, rate, fact, rate_fact, not fcat."
                + " Did you mean fact?",
            "indicators/a.json:3:19: an indicator has no property knd; leave it out or mend it."
                + " Did you mean kind?",
            "indicators/b.json:1:1: the file is named b, what it declares is named a; give both one"
                + " name",
            "indicators/d.json:3:1: something follows the declaration; leave one declaration in the"
                + " file",
            "rules/e.json:1:2: this is no JSON; look here for a missing or needless comma, bracket"
                + " or quotation mark");
  }

  @Test
  void doesNotBlameOthersForNamingWhatCouldNotBeRead() {
    FurtherFolder further =
        new FurtherFolder(folder)
            .with("indicators/a.json", SOUND.replace("fact", "fcat"))
            .with(
                "indicators/b.json",
                """
                {"code": "b", "label": "乙", "labelEn": "B", "description": "A rate.", "kind": "rate",
                 "order": 2,
                 "numerator": [{"indicator": "a"}], "denominator": [{"indicator": "aa"}]}
                """);

    assertThat(further.mistakes())
        .containsExactly(
            "indicators/a.json:1:81: kind must be one of count, rate, fact, rate_fact, not fcat."
                + " Did you mean fact?",
            "indicators/b.json:3:67: there is no indicator aa; did you mean a?");
  }

  @Test
  void saysInPlainWordsWhatIsNoJson() {
    assertThat(mistakes(""))
        .containsExactly("indicators/a.json:1:1: the file is empty; write one declaration into it");
    assertThat(mistakes("{\"code\": \"a\""))
        .containsExactly(
            "indicators/a.json:1:13: the file ends too early; a closing bracket or quotation mark"
                + " is missing");
    assertThat(mistakes("{\"code\": yes}"))
        .containsExactly(
            "indicators/a.json:1:10: yes is no value; write a number, true, false, or text in"
                + " quotation marks");
    assertThat(mistakes("{\"code\": \"a\",}"))
        .containsExactly(
            "indicators/a.json:1:14: this is no JSON; look here for a missing or needless comma,"
                + " bracket or quotation mark");
    assertThat(mistakes("[]"))
        .containsExactly(
            "indicators/a.json:1:1: an indicator must be properties in curly brackets, not a list");
  }

  @Test
  void refusesAPropertyThatIsGivenTwice() {
    assertThat(mistakes(SOUND.replace("}", ", \"code\": \"b\"}")))
        .containsExactly("indicators/a.json:2:14: the property code is given twice; keep one");
  }

  @Test
  void namesTheWantedKindOfValueForAWrongOne() {
    String measure =
        """
        {"code": "a", "label": "", "labelEn": null, "description": 7, "kind": ["fact"],
         "measure": {"dataset": "requests", "count": "records", "per": "10", "overArea": "yes",
           "any": [[{"field": "due_on", "in": ["x", null, ""]}, 5]], "less": {},
           "distinct": "unit_id", "sum": true}, "numerator": [], "order": "first"}
        """;

    assertThat(mistakes(measure))
        .containsExactly(
            "indicators/a.json:1:24: label is empty; fill it, or leave it out",
            "indicators/a.json:1:39: labelEn must be text in quotation marks, not null; leave it"
                + " out when there is none",
            "indicators/a.json:1:60: description must be text in quotation marks, not the number 7",
            "indicators/a.json:1:71: kind must be text in quotation marks, not a list",
            "indicators/a.json:2:64: per must be a whole number, not the text \"10\"",
            "indicators/a.json:2:82: overArea must be true or false, not the text \"yes\"",
            "indicators/a.json:3:45: an entry of in must be text in quotation marks, not null;"
                + " leave it out when there is none",
            "indicators/a.json:3:51: an entry of in is empty; fill it, or leave it out",
            "indicators/a.json:3:57: an entry of any must be properties in curly brackets, not the"
                + " number 5",
            "indicators/a.json:3:70: less must be a list in square brackets, not properties in"
                + " curly brackets",
            "indicators/a.json:4:16: distinct must be a list in square brackets, not the text"
                + " \"unit_id\"",
            "indicators/a.json:4:34: sum must be text in quotation marks, not true",
            "indicators/a.json:4:67: order must be a whole number, not the text \"first\"");
  }

  @Test
  void refusesFractionsWhereAWholeNumberIsAsked() {
    String form =
        """
        {"id": "x", "title": "X", "basis": "none", "firstYear": 2031.5, "lastYear": 1e30,
         "tables": []}
        """;

    assertThat(new FurtherFolder(folder).with("forms/x.json", form).mistakes())
        .containsExactly(
            "forms/x.json:1:57: firstYear must be a whole number of at most nine digits, not the"
                + " number 2031.5",
            "forms/x.json:1:77: lastYear must be a whole number of at most nine digits, not the"
                + " number 1E+30",
            "forms/x.json:2:12: tables is empty; fill it");
  }

  @Test
  void saysWhereACombinationIsRefused() {
    assertThat(mistakes(SOUND.replace("\"fact\"", "\"fact\", \"base\": \"npc_proposals\"")))
        .containsExactly("indicators/a.json:1:1: a base belongs to kind rate_fact only");
    assertThat(
            mistakes(
                SOUND.replace(
                    "\"fact\"",
                    "\"count\", \"measure\": {\"dataset\": \"requests\", \"any\": [[{\"field\":"
                        + " \"due_on\"}]]}")))
        .containsExactly(
            "indicators/a.json:1:134: a condition says exactly one of is, in, notIn, notAfter");
  }

  @Test
  void saysThatAFileIsNotUtf8() throws IOException {
    Files.createDirectories(folder.resolve("indicators"));
    Files.write(folder.resolve("indicators/a.json"), SOUND.getBytes("GB18030"));

    assertThat(new FurtherFolder(folder).mistakes())
        .containsExactly("indicators/a.json:1:1: the file is not UTF-8; save it so");
  }

  @Test
  void readsAFileWithAByteOrderMark() throws IOException {
    Files.createDirectories(folder.resolve("indicators"));
    Files.write(
        folder.resolve("indicators/a.json"), ("\uFEFF" + SOUND).getBytes(StandardCharsets.UTF_8));

    assertThat(new FurtherFolder(folder).read().indicators()).containsKey("a");
  }

  @Test
  void takesTheFileOfTheLastFolderThatHasOneOfThatName() {
    FurtherFolder first =
        new FurtherFolder(folder.resolve("first")).with("indicators/a.json", SOUND);
    FurtherFolder last =
        new FurtherFolder(folder.resolve("last"))
            .with("indicators/a.json", SOUND.replace("甲", "乙"));

    Declarations declared = DeclarationReader.readAll(List.of(first.path(), last.path()));

    assertThat(declared.indicators().get("a").label()).isEqualTo("乙");
    assertThat(declared.indicators()).containsKey("fine_yuan");
  }

  @Test
  void saysWhenAFolderHoldsNoDeclarations() {
    FurtherFolder further = new FurtherFolder(folder).with("indicator/a.json", SOUND);

    assertThat(further.mistakes())
        .containsExactly(
            folder
                + ": the folder holds no declarations; put them into folders below it named"
                + " datasets, forms, indicators, rules, spellings, narrative",
            "indicator: no declarations are read from this folder. Did you mean indicators?");
  }

  @Test
  void saysWhenAFolderIsNotThere() {
    assertThat(new FurtherFolder(folder.resolve("nowhere")).mistakes())
        .containsExactly(folder.resolve("nowhere") + ": there is no such folder; mend its name");
  }
}
