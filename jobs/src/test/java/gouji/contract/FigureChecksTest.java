package gouji.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureChecksTest {
  @TempDir Path folder;

  private List<String> measure(String measure) {
    return indicator(
        """
        "kind": "count",
        "measure": %s\
        """
            .formatted(measure));
  }

  private List<String> indicator(String rest) {
    String head =
        "{\"code\": \"a\", \"label\": \"甲\", \"labelEn\": \"A\", \"description\": \".\", ";
    return new FurtherFolder(folder)
        .with("indicators/a.json", head + rest + ", \"order\": 1}")
        .mistakes();
  }

  private List<String> rule(String rest) {
    String rule =
        """
        {"id": "a.b", "message": {"zh": "不符", "en": "differs"},
        %s}\
        """
            .formatted(rest);
    return new FurtherFolder(folder).with("rules/a.b.json", rule).mistakes();
  }

  @Test
  void namesTheNearestDataSetAndColumn() {
    assertThat(measure("{\"dataset\": \"request\", \"count\": \"records\", \"any\": [[]]}"))
        .containsExactly(
            "indicators/a.json:2:24: there is no data set request; did you mean requests?");
    assertThat(
            measure(
                """
                {"dataset": "requests", "count": "records",
                "any": [[{"field": "recieved_on", "is": "in_year"}]]}\
                """))
        .containsExactly(
            "indicators/a.json:3:20: requests has no column recieved_on; did you mean"
                + " received_on?");
  }

  @Test
  void refusesConditionsThatTheColumnCannotMeet() {
    assertThat(
            measure(
                """
                {"dataset": "requests", "count": "records", "any": [[
                {"field": "outcome", "in": ["open", "opne"]},
                {"field": "applicant_kind", "is": "in_year"},
                {"field": "closed_on", "notAfter": "outcome"}]]}\
                """))
        .containsExactly(
            "indicators/a.json:3:37: column outcome has no code opne; did you mean open?",
            "indicators/a.json:4:35: in_year asks for a date or year column; applicant_kind is of"
                + " type code",
            "indicators/a.json:5:36: notAfter compares date columns; outcome is of type code");
    assertThat(
            measure(
                """
                {"dataset": "service_items", "count": "records", "any": [[
                {"field": "approval", "in": ["yes"]}, {"field": "visits", "notIn": ["one"]}]]}\
                """))
        .containsExactly(
            "indicators/a.json:3:30: yes is no value of column approval, which is of type boolean",
            "indicators/a.json:3:69: one is no value of column visits, which is of type integer");
  }

  @Test
  void refusesFiguresOverColumnsWhoseBadValuesAreForgiven() {
    assertThat(
            measure(
                """
                {"dataset": "disclosures", "count": "records", "any": [[
                {"field": "channel", "in": ["wechat"]}]]}\
                """))
        .containsExactly(
            "indicators/a.json:3:11: column channel of disclosures is lenient, and no figure may"
                + " use such a column; make it strict");
  }

  @Test
  void refusesSumsOverWhatIsNoNumber() {
    assertThat(measure("{\"dataset\": \"penalties\", \"sum\": \"decided_on\", \"any\": [[]]}"))
        .containsExactly(
            "indicators/a.json:2:44: column decided_on is of type date; only a number column can be"
                + " summed");
    assertThat(
            measure(
                "{\"dataset\": \"penalties\", \"count\": \"records\", \"per\": 0, \"overArea\":"
                    + " true, \"any\": [[]]}"))
        .containsExactly("indicators/a.json:2:12: overArea goes with count distinct only");
    assertThat(
            measure(
                "{\"dataset\": \"penalties\", \"count\": \"records\", \"per\": -1, \"any\": [[]]}"))
        .containsExactly("indicators/a.json:2:12: per goes with sum only and must be above 0");
  }

  @Test
  void refusesRatesOverRatesAndOverWhatIsNotThere() {
    assertThat(
            indicator(
                """
                "kind": "rate",
                "numerator": [{"indicator": "run_once_share"}, {"indicator": "a"}],
                "denominator": [{"indicator": "npc_proposal"}]\
                """))
        .containsExactly(
            "indicators/a.json:2:29: run_once_share is itself a rate; name a count or a fact here",
            "indicators/a.json:2:62: a is itself a rate; name a count or a fact here",
            "indicators/a.json:3:31: there is no indicator npc_proposal; did you mean"
                + " npc_proposals?");
    assertThat(indicator("\"kind\": \"rate_fact\", \"base\": \"timely_reply_rate\""))
        .containsExactly(
            "indicators/a.json:1:94: timely_reply_rate is itself a rate; name a count or a fact"
                + " here");
  }

  @Test
  void refusesTwoIndicatorsAtOnePlaceAndNamesBothFiles() {
    String fact =
        "{\"code\": \"a\", \"label\": \"甲\", \"labelEn\": \"A\", \"description\": \".\","
            + " \"kind\": \"fact\",\n\"order\": 7}";

    assertThat(
            new FurtherFolder(folder)
                .with("indicators/a.json", fact)
                .with("indicators/b.json", fact.replace("\"a\"", "\"b\""))
                .with("indicators/c.json", fact.replace("\"a\"", "\"c\"").replace("7", "200"))
                .mistakes())
        .containsExactly(
            "indicators/b.json:2:10: indicators/a.json has the order 7, too; give one of them"
                + " another, such as 410",
            "schemas/indicators/fine_yuan.json:7:12: indicators/c.json has the order 200, too;"
                + " give one of them another, such as 410");
  }

  @Test
  void asksRulesForFormsLanguagesABasisAndAFailingExample() {
    assertThat(
            rule(
                """
                "title": {"zh": "甲", "eng": "A"}, "severity": "error", "check": "formula",
                "formula": "a = b", "forms": ["2020-60"], "examples": [
                {"title": ".", "form": "2021-3", "cells": {"approval_item": ""}, "verdict": "passes"}]\
                """))
        .containsExactly(
            "rules/a.b.json:2:10: there is no language eng; did you mean en?",
            "rules/a.b.json:2:10: title has no text in en; add it",
            "rules/a.b.json:2:47: an error needs a basis; name the notice and article, or the"
                + " reason",
            "rules/a.b.json:3:12: column 1 of the formula: there is no indicator a.",
            "    a = b",
            "    ^",
            "rules/a.b.json:3:31: there is no form 2020-60; did you mean 2019-60?",
            "rules/a.b.json:3:55: rule a.b has no example that fails it; add one",
            "rules/a.b.json:4:24: there is no form 2021-3; did you mean 2021-30?",
            "rules/a.b.json:4:43: no form has a figure approval_item; did you mean approval_items?",
            "rules/a.b.json:4:77: there is no verdict passes; did you mean pass?");
  }

  @Test
  void refusesARuleOverSumsThatNoSumNames() {
    assertThat(
            rule(
                "\"title\": {\"zh\": \"甲\", \"en\": \"A\"}, \"severity\": \"warning\", \"check\":"
                    + " \"form_sum\", \"forms\": [\"2019-60\"]"))
        .containsExactly(
            "rules/a.b.json:2:87: no sum of form 2019-60 names a.b as its sumRule; take the form"
                + " out, or name the rule there");
  }
}
