package gouji.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormCellsTest {
  @Test
  void takesTheFormOfTheYearAndKnowsItsCells() {
    Taken taken =
        Taken.csv(
            "reported",
            "unit_id,year,form,scope,cell,value",
            "1,2020,,own,requests.open:total,详见附表",
            "1,2020,2021-30,own,proactive.fee:amount_10k,/",
            "1,2020,,own,proactive.fee:amount_10k,1",
            "1,2021,,own,proactive.fee:items_before,1",
            "1,2020,x,own,proactive.fee:amount_10k,1",
            "1,x,2021-30,own,proactive.fee:items_before,1",
            "1,2018,,own,requests.open:total,1",
            "1,2018,,汇总,fine_yuan,1",
            "1,2020,,all,nonsense,");

    assertThat(taken.accepted)
        .containsExactly(
            "2 unit_id=1 year=2020 form=2019-60 scope=own cell=requests.open:total value=详见附表",
            "3 unit_id=1 year=2020 form=2021-30 scope=own cell=proactive.fee:amount_10k value=/",
            "9 unit_id=1 year=2018 scope=consolidated cell=fine_yuan value=1");
    assertThat(taken.rejects)
        .containsExactlyInAnyOrder(
            "4,cell,undeclared_cell,proactive.fee:amount_10k",
            "5,cell,undeclared_cell,proactive.fee:items_before",
            "6,form,unknown_code,x",
            "7,year,bad_number,x",
            "7,cell,undeclared_cell,proactive.fee:items_before",
            "8,cell,undeclared_cell,requests.open:total",
            "10,scope,unknown_code,all",
            "10,cell,undeclared_cell,nonsense");
    assertThat(taken.keys)
        .containsExactly(
            "1|2020|2019-60|own|requests.open:total",
            "1|2020|2021-30|own|proactive.fee:amount_10k",
            "1|2018||consolidated|fine_yuan");
  }
}
