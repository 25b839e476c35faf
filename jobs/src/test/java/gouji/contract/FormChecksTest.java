package gouji.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormChecksTest {
  private static final String FORM =
      """
      {"id": "2031-1", "title": "格式", "basis": "A notice.", "firstYear": 2031, "tables": [
      {"id": "cases", "title": "案件", "section": 2, "layout": "grid", "columns": [
      {"id": "closed", "label": "已结", "where": [{"field": "closed_on", "is": "in_year"}]},
      {"id": "pending", "label": "未结", "where": [{"field": "closed_on", "is": "not_by_end"}]},
      {"id": "total", "label": "合计", "sumOf": ["closed", "pending"], "sumRule": "cases.total"}],
      "blocks": [{"rows": [
      {"id": "disputes", "label": "案件数", "measure": {"dataset": "disputes", "count": "records",
       "any": [[{"field": "filed_on", "is": "by_end"}]]}},
      {"id": "media", "label": "新媒体数", "cells": {
       "closed": {"fact": "new_media_closed"}, "pending": {"fact": "new_media_accounts"}}},
      {"id": "all", "label": "总数", "sumOf": ["disputes", "media"], "sumRule": "cases.total"}]}]}]}
      """;
  private static final String RULE =
      """
      {"id": "cases.total", "title": {"zh": "合计", "en": "Sums"}, "basis": "The form.",
       "severity": "error", "check": "form_sum", "forms": ["2031-1"],
       "message": {"zh": "合计不符", "en": "the sum must equal its parts"}}
      """;

  @TempDir Path folder;

  private List<String> mistakes(String sound, String broken) {
    assertThat(FORM).contains(sound);
    return carried().with("forms/2031-1.json", FORM.replace(sound, broken)).mistakes();
  }

  private FurtherFolder carried() {
    return new FurtherFolder(folder).with("rules/cases.total.json", RULE);
  }

  @Test
  void findsNothingWrongWithASoundForm() {
    assertThat(carried().with("forms/2031-1.json", FORM).read().formOf(2031).map(Form::id))
        .contains("2031-1");
  }

  @Test
  void refusesTwoFormsForOneYear() {
    assertThat(mistakes("\"firstYear\": 2031", "\"firstYear\": 2020, \"lastYear\": 2019"))
        .containsExactly(
            "forms/2031-1.json:1:68: form 2019-60 is also for the report year 2020; let 2031-1"
                + " begin later, or end 2019-60 before it",
            "forms/2031-1.json:1:86: lastYear is before firstYear; swap or mend them");
    assertThat(mistakes("\"firstYear\": 2031", "\"firstYear\": 2021"))
        .containsExactly(
            "forms/2031-1.json:1:68: form 2021-30 is also for the report year 2021; let 2031-1"
                + " begin later, or end 2021-30 before it");
  }

  @Test
  void endsTheFormBeforeWhereALaterOneBegins() {
    Declarations declared = carried().with("forms/2031-1.json", FORM).read();

    assertThat(declared.formOf(2030).map(Form::id)).contains("2021-30");
    assertThat(declared.forms().get("2021-30").lastYear()).isEqualTo(2030);
  }

  @Test
  void refusesACellWithoutASource() {
    assertThat(mistakes(", \"pending\": {\"fact\": \"new_media_accounts\"}", ""))
        .containsExactly(
            "forms/2031-1.json:9:8: the cell in row media, column pending has no source; give the"
                + " row a measure, or the cell one under cells");
    assertThat(mistakes("\"pending\": {\"fact\": ", "\"open\": {\"fact\": "))
        .containsExactly(
            "forms/2031-1.json:9:8: the cell in row media, column pending has no source; give the"
                + " row a measure, or the cell one under cells",
            "forms/2031-1.json:9:43: row media has no column open; known are closed, pending,"
                + " total");
  }

  @Test
  void refusesFactsThatAreNotDeclaredOrCannotBeSummed() {
    assertThat(mistakes("\"new_media_closed\"", "\"new_media_close\""))
        .containsExactly(
            "forms/2031-1.json:10:21: there is no fact new_media_close; did you mean"
                + " new_media_closed?");
    assertThat(mistakes("\"new_media_closed\"", "\"npc_satisfaction\""))
        .containsExactly(
            "forms/2031-1.json:10:21: npc_satisfaction is a rate, which no cell can sum; name a"
                + " fact");
  }

  @Test
  void refusesConditionsOfAColumnThatTheRowsDataSetDoesNotHave() {
    assertThat(
            mistakes(
                "{\"field\": \"closed_on\", \"is\": \"in_year\"}",
                "{\"field\": \"due_on\", \"is\": \"in_year\"}"))
        .containsExactly(
            "forms/2031-1.json:3:53: disputes has no column due_on; known are case_id, closed_on,"
                + " filed_on, kind, outcome, submitted_at, unit_id, withdrawn");
  }

  @Test
  void refusesSumsOfWhatIsNotThereAndSumsOfThemselves() {
    assertThat(mistakes("[\"closed\", \"pending\"]", "[\"closed\", \"pendig\"]"))
        .containsExactly(
            "forms/2031-1.json:5:52: table cases has no column pendig; did you mean pending?");
    assertThat(mistakes("[\"disputes\", \"media\"]", "[\"disputes\", \"all\"]"))
        .containsExactly(
            "forms/2031-1.json:11:39: cell cases.all:closed adds up itself: cases.all:closed >"
                + " cases.all:closed",
            "forms/2031-1.json:11:39: cell cases.all:pending adds up itself: cases.all:pending >"
                + " cases.all:pending");
  }

  @Test
  void refusesASumThatGoesRoundInACircle() {
    assertThat(
            mistakes(
                "\"where\": [{\"field\": \"closed_on\", \"is\": \"not_by_end\"}]",
                "\"sumOf\": [\"total\"], \"sumRule\": \"cases.total\""))
        .contains(
            "forms/2031-1.json:4:43: cell cases.disputes:pending adds up itself:"
                + " cases.disputes:pending > cases.disputes:total > cases.disputes:pending",
            "forms/2031-1.json:5:41: cell cases.disputes:total adds up itself:"
                + " cases.disputes:total > cases.disputes:pending > cases.disputes:total");
  }

  @Test
  void asksForTheRuleOfASum() {
    assertThat(
            mistakes(
                "[\"disputes\", \"media\"], \"sumRule\": \"cases.total\"",
                "[\"disputes\", \"media\"]"))
        .containsExactly(
            "forms/2031-1.json:11:39: a sum must have a sumRule, the id of a rule with check"
                + " form_sum; add it");
    assertThat(mistakes("\"sumOf\": [\"disputes\", \"media\"], ", ""))
        .contains(
            "forms/2031-1.json:11:41: a sumRule belongs to a sum; add sumOf, or leave it out");
    assertThat(
            mistakes(
                "\"media\"], \"sumRule\": \"cases.total\"",
                "\"media\"], \"sumRule\": \"cases.totals\""))
        .containsExactly(
            "forms/2031-1.json:11:73: there is no rule cases.totals; did you mean cases.total?");
    assertThat(
            mistakes(
                "\"media\"], \"sumRule\": \"cases.total\"",
                "\"media\"], \"sumRule\": \"requests.balance\""))
        .containsExactly(
            "forms/2031-1.json:11:73: rule requests.balance has check formula; a sumRule must have"
                + " check form_sum");
    assertThat(
            mistakes(
                "\"media\"], \"sumRule\": \"cases.total\"",
                "\"media\"], \"sumRule\": \"disputes.total\""))
        .containsExactly(
            "forms/2031-1.json:11:73: rule disputes.total is not for form 2031-1; add it there");
  }

  @Test
  void refusesNamesThatOccurTwiceOrCannotBeInAnAddress() {
    assertThat(mistakes("\"id\": \"media\"", "\"id\": \"disputes\""))
        .contains("forms/2031-1.json:9:8: cell cases.disputes:closed is there twice; name it once");
    assertThat(mistakes("\"id\": \"cases\"", "\"id\": \"the.cases\""))
        .containsExactly(
            "forms/2031-1.json:2:8: the name the.cases must be small letters a to z, digits and _,"
                + " with a letter first");
  }

  @Test
  void refusesComparisonsWithItselfAndWithUnknownForms() {
    assertThat(
            mistakes(
                "\"layout\": \"grid\"",
                "\"layout\": \"grid\", \"comparableWith\": [\"2031-1\", \"2021-31\"]"))
        .containsExactly(
            "forms/2031-1.json:2:83: a form is not compared with itself",
            "forms/2031-1.json:2:93: there is no form 2021-31; did you mean 2021-30?");
  }
}
