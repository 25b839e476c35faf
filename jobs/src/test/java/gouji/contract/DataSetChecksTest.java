package gouji.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSetChecksTest {
  private static final String PARKS =
      """
      {"name": "parks", "title": "公园", "titleEn": "Parks", "description": "One park.", "fields": [
      {"name": "unit_id", "title": "单位代码", "description": ".", "type": "code",
       "constraints": {"required": true}},
      {"name": "park_no", "title": "编号", "description": ".", "type": "code"},
      {"name": "opened_on", "title": "开放日期", "description": ".", "type": "date"},
      {"name": "area", "title": "面积", "description": ".", "type": "number", "decimals": 2},
      {"name": "kind", "title": "类别", "description": ".", "type": "code",
       "categories": [{"value": "city", "labels": ["城市公园"]}, {"value": "wet", "labels": ["湿地"]}]},
      {"name": "gates", "title": "大门数", "description": ".", "type": "integer"},
      {"name": "free", "title": "免费", "description": ".", "type": "boolean"},
      {"name": "submitted_at", "title": "报送时间", "description": ".", "type": "datetime"},
      {"name": "withdrawn", "title": "撤回", "description": ".", "type": "boolean"}],
      "primaryKey": ["unit_id", "park_no"], "events": ["opened_on"], "rowRules": []}
      """;

  @TempDir Path folder;

  private List<String> mistakes(String sound, String broken) {
    assertThat(PARKS).contains(sound);
    return new FurtherFolder(folder)
        .with("datasets/parks.json", PARKS.replace(sound, broken))
        .mistakes();
  }

  @Test
  void findsNothingWrongWithASoundDataSet() {
    FurtherFolder further = new FurtherFolder(folder).with("datasets/parks.json", PARKS);

    assertThat(further.read().dataSets()).containsKey("parks").hasSize(13);
  }

  @Test
  void refusesHeadersThatNameTwoColumns() {
    assertThat(mistakes("\"title\": \"面积\"", "\"title\": \" ＧＡＴＥＳ\""))
        .containsExactly(
            "datasets/parks.json:9:10: the header gates names both area and gates; keep it at one"
                + " of them");
    assertThat(mistakes("\"decimals\": 2", "\"decimals\": 2, \"labels\": [{\"label\": \"类别\"}]"))
        .containsExactly(
            "datasets/parks.json:7:27: the header 类别 names both area and kind; keep it at one of"
                + " them");
    assertThat(mistakes("\"name\": \"gates\"", "\"name\": \"area\""))
        .containsExactly("datasets/parks.json:9:10: column area is declared twice; keep one");
  }

  @Test
  void refusesLabelsThatStandForTwoCodes() {
    assertThat(mistakes("\"labels\": [\"湿地\"]", "\"labels\": [\"湿地\", \"ＣＩＴＹ \"]"))
        .containsExactly(
            "datasets/parks.json:8:83: the label ＣＩＴＹ  stands for both city and wet; keep it at"
                + " one of them");
    assertThat(mistakes("\"value\": \"wet\"", "\"value\": \"city\""))
        .containsExactly("datasets/parks.json:8:66: code city is declared twice; keep one");
  }

  @Test
  void refusesNamesThatCannotBeColumns() {
    assertThat(mistakes("\"name\": \"area\"", "\"name\": \"Area m2\""))
        .containsExactly(
            "datasets/parks.json:6:10: the name Area m2 must be small letters a to z, digits and _,"
                + " with a letter first");
  }

  @Test
  void asksForAKeyThatBeginsWithTheUnit() {
    assertThat(mistakes("[\"unit_id\", \"park_no\"]", "[\"park_no\", \"unit\", \"park_no\"]"))
        .containsExactly(
            "datasets/parks.json:13:15: the key must begin with unit_id, since units give numbers"
                + " themselves",
            "datasets/parks.json:13:27: parks has no column unit; known are unit_id, park_no,"
                + " opened_on, area, kind, gates, free, submitted_at, withdrawn",
            "datasets/parks.json:13:35: park_no is there twice; name it once");
    assertThat(mistakes("{\"required\": true}", "{}"))
        .containsExactly("datasets/parks.json:3:17: column unit_id must be required");
  }

  @Test
  void asksForTheColumnsThatEveryDataSetHas() {
    assertThat(mistakes("\"type\": \"datetime\"", "\"type\": \"date\""))
        .containsExactly(
            "datasets/parks.json:1:92: every data set has a column submitted_at of type datetime;"
                + " add it");
    assertThat(mistakes("\"withdrawn\"", "\"taken_back\""))
        .containsExactly(
            "datasets/parks.json:1:92: every data set has a column withdrawn of type boolean; add"
                + " it");
  }

  @Test
  void asksForAVersionThatIsADateAndLastInTheKey() {
    assertThat(mistakes("\"events\"", "\"version\": \"gates\", \"events\""))
        .containsExactly(
            "datasets/parks.json:13:50: the version column gates must be last in the key",
            "datasets/parks.json:13:50: the version column gates must be of type date, not"
                + " integer");
    assertThat(mistakes("\"events\"", "\"version\": \"open_on\", \"events\""))
        .containsExactly(
            "datasets/parks.json:13:50: parks has no column open_on; did you mean opened_on?",
            "datasets/parks.json:13:50: the version column open_on must be last in the key");
  }

  @Test
  void asksForPartyColumnsThatAreThere() {
    assertThat(
            mistakes(
                "\"events\"",
                "\"party\": {\"sequence\": \"gates\", \"otherwise\": [\"owner\"]}, \"events\""))
        .containsExactly(
            "datasets/parks.json:13:61: the party's ordinal gates must be an integer column of the"
                + " key",
            "datasets/parks.json:13:84: parks has no column owner; known are unit_id, park_no,"
                + " opened_on, area, kind, gates, free, submitted_at, withdrawn");
  }

  @Test
  void asksForEventsThatAreDatesOrYears() {
    assertThat(mistakes("[\"opened_on\"]", "[\"gates\", \"open_on\"]"))
        .containsExactly(
            "datasets/parks.json:13:50: an event is a date or year column; gates is of type"
                + " integer",
            "datasets/parks.json:13:59: parks has no column open_on; did you mean opened_on?");
  }

  @Test
  void keepsPropertiesToTheTypesThatTheyAreFor() {
    assertThat(
            mistakes(
                "\"type\": \"integer\"",
                """
                "type": "integer", "decimals": 1, "codes": "facts", "several": true,
                 "openEnd": true, "personal": true\
                """))
        .containsExactly(
            "datasets/parks.json:9:86: decimals goes with columns of type number only; gates is of"
                + " type integer",
            "datasets/parks.json:9:98: codes goes with columns of type code only; gates is of type"
                + " integer",
            "datasets/parks.json:9:118: several codes need categories to choose from; add them",
            "datasets/parks.json:9:118: several goes with columns of type code only; gates is of"
                + " type integer",
            "datasets/parks.json:10:13: openEnd goes with columns of type date only; gates is of"
                + " type integer",
            "datasets/parks.json:10:31: column gates is personal unless party_kind is organization;"
                + " add the column party_kind",
            "datasets/parks.json:10:31: personal goes with columns of type string, code only; gates"
                + " is of type integer");
    assertThat(
            mistakes(
                "\"type\": \"boolean\"}",
                "\"type\": \"boolean\", \"constraints\": {\"minimum\": 2, \"maximum\": 1},"
                    + " \"labels\": [{\"label\": \"FREE_10K\", \"factor\": 0}]}"))
        .contains(
            "datasets/parks.json:10:87: minimum and maximum go with columns of type number,"
                + " integer, year only; free is of type boolean",
            "datasets/parks.json:10:87: the minimum is above the maximum; swap or mend them",
            "datasets/parks.json:10:127: a factor goes with columns of type number, integer only;"
                + " free is of type boolean",
            "datasets/parks.json:10:160: a factor must be above 0, not 0");
    assertThat(mistakes("\"decimals\": 2", "\"decimals\": 7"))
        .containsExactly("datasets/parks.json:6:83: decimals must be 0 to 6, not 7");
  }

  @Test
  void asksForDefaultsThatTheColumnCanHold() {
    assertThat(
            mistakes(
                "{\"name\": \"kind\",",
                "{\"name\": \"kind\", \"defaults\": [{\"value\": \"wett\"}, {\"from\":"
                    + " \"gates\"}],"))
        .containsExactly(
            "datasets/parks.json:7:41: column kind has no code wett; did you mean wet?",
            "datasets/parks.json:7:59: column gates is of type integer, kind of type code; a"
                + " default is of the same type");
    assertThat(
            mistakes(
                "{\"name\": \"free\",",
                "{\"name\": \"free\", \"defaults\": [{\"value\": \"yes\", \"where\":"
                    + " [{\"field\": \"opened_on\", \"is\": \"in_year\"}]}],"))
        .containsExactly(
            "datasets/parks.json:10:41: yes is no value of column free, which is of type boolean",
            "datasets/parks.json:10:87: in_year asks for a report year, which a row coming in does"
                + " not have; ask present or missing");
  }

  @Test
  void asksForRowRulesWithTheColumnsThatTheirCheckTakes() {
    assertThat(
            mistakes(
                "\"rowRules\": []",
                """
                "rowRules": [
                {"check": "order", "fields": ["opened_on", "gates"]},
                {"check": "together", "fields": ["kind"]},
                {"check": "required", "fields": ["kind"], "where": [{"field": "kind", "in": ["city", "west"]}]}]\
                """))
        .containsExactly(
            "datasets/parks.json:14:44: check order compares date columns; gates is of type"
                + " integer",
            "datasets/parks.json:15:33: check together takes two columns, not 1",
            "datasets/parks.json:16:86: column kind has no code west; did you mean wet?");
  }
}
