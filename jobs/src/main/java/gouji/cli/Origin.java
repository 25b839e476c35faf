package gouji.cli;

import gouji.contract.OwnTable;
import gouji.ledger.Ledger;
import gouji.report.AnnualReport.FactLine;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What documents say of their origin: the run that computed the figures, and from what. */
record Origin(Warehouse.Work work) {

  /** The lines, in the order of print. */
  List<FactLine> lines() {
    Ledger.Begun computed = work.ledger().computedBy(work.run());
    List<FactLine> lines = new ArrayList<>();
    lines.add(
        new FactLine("计算时间（UTC）", computed.startedAt().truncatedTo(ChronoUnit.SECONDS).toString()));
    lines.add(new FactLine("运行编号", computed.id()));
    lines.add(new FactLine("读入文件数", String.valueOf(work.tables().list(OwnTable.FILES).size())));
    lines.add(new FactLine("程序", Version.of()));
    work.tables()
        .versions()
        .forEach(
            (table, version) -> {
              if (work.declared().dataSets().containsKey(table)) {
                String title = work.declared().dataSet(table).title();
                lines.add(new FactLine("数据表 " + title, table + " 版本 " + version));
              }
            });
    return lines;
  }
}
