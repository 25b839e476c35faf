package gouji.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import gouji.testkit.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandTest {
  private static final String TEXT =
      """
      松溪市水务局%d年政府信息公开工作年度报告
      一、总体情况
      联系电话13912345678。
      二、主动公开政府信息情况
      第二十条第(一)项 |
      信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |
      规章 | 0 | 0 | 0 |
      规范性文件 | %s | 2 | 7 |
      第二十条第(八)项 |
      信息内容 | 上一年项目数量 | 本年增/减 |
      行政事业性收费 | %s | 1 |
      三、收到和处理政府信息公开申请情况
      一、本年新收政府信息公开申请数量 | 3 | 0 | 0 | 0 | 0 | 1 | %s |
      """;

  @TempDir private Path folder;
  private final Program program = Program.withoutSpark();
  private Path sound;

  @BeforeEach
  void write() throws IOException {
    sound = Files.writeString(folder.resolve("2019.txt"), TEXT.formatted(2019, "1", "5", "4"));
  }

  @Test
  void saysThatNothingIsWrong() {
    Program.Ran run = program.run("audit", sound.toString());

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("2019-60")
        .contains("松溪市水务局")
        .contains("二、主动公开政府信息情况：部分，缺 5 行：行政许可")
        .contains("勾稽核对未发现问题。");
  }

  @Test
  void findsTheRowThatDoesNotAddUp() throws IOException {
    Path wrong = Files.writeString(folder.resolve("2020.txt"), TEXT.formatted(2020, "2", "6", "5"));

    Program.Ran run = program.run("audit", wrong.toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            "错误 requests.row_total  松溪市水务局 2020  一、本年新收政府信息公开申请数量：5 ≠ 3 + 0 + 0 + 0 + 0 + 1 = 4，相差"
                + " 1")
        .contains(" 5（第13行第")
        .doesNotContain("2020.txt 第");
  }

  @Test
  void holdsAReportAgainstThatOfTheYearBefore() throws IOException {
    Files.writeString(folder.resolve("2020.txt"), TEXT.formatted(2020, "2", "5", "4"));

    Program.Ran run = program.run("audit", folder.toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("与上一年度的报告比对：" + sound)
        .contains("错误 proactive.items_carry  松溪市水务局 2020  行政事业性收费：5 ≠ 5 + 1 = 6，相差 -1")
        .contains("（" + sound + " 第11行第")
        .containsPattern("序号 +文件 +格式 +年度 +单位 +上年 +上级 +下级")
        .containsPattern("2 +\\S+2020.txt +2019-60 +2020 +松溪市水务局 +1 ");
  }

  @Test
  void goesOnBehindAFileThatIsNoReport() throws IOException {
    Path other = Files.writeString(folder.resolve("a.txt"), "今日天气晴。\n");

    Program.Ran run = program.run("audit", other.toString(), sound.toString());

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("不是可读的年度报告：其中没有找到任何报表格式的行").contains("松溪市水务局");
    Program.Ran none = program.run("audit", other.toString());
    assertThat(none.status()).isEqualTo(2);
    assertThat(none.err())
        .contains("no file is a published report")
        .contains("no row of a declared form was found in it.");
  }

  @Test
  void saysThatAFileIsNotThere() {
    Program.Ran run = program.run("audit", folder.resolve("none.txt").toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("there is no file").contains("none.txt");
  }

  @Test
  void refusesAddressesOfOtherMachines() {
    Program.Ran in = program.run("audit", "hdfs://name/reports/a.txt");
    Program.Ran out = program.run("audit", "--out", "s3a://bucket/audit", sound.toString());

    assertThat(in.status()).isEqualTo(2);
    assertThat(in.err())
        .contains(
            "hdfs://name/reports/a.txt is an address, and audit reads and writes files of this")
        .hasLineCount(1);
    assertThat(out.status()).isEqualTo(2);
    assertThat(out.err()).contains("s3a://bucket/audit is an address");
  }

  @Test
  void tellsThatTitleAndPeriodNameTwoYears() throws IOException {
    String text =
        TEXT.formatted(2020, "1", "5", "4").replace("联系电话", "统计期限自2019年1月1日起至2019年12月31日止。联系电话");
    Path two = Files.writeString(folder.resolve("two.txt"), text);

    assertThat(program.run("audit", two.toString()).out())
        .contains("警告 text.year  松溪市水务局 2020  标题为 2020 年度，统计期限为 2019 年");
  }

  @Test
  void takesPatterns() {
    Program.Ran run = program.run("audit", folder + "/*.txt");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("2019.txt");
  }

  @Test
  void writesJsonThatFitsItsSchema() throws IOException {
    Path other = Files.writeString(folder.resolve("a.txt"), "今日天气晴。\n");

    Program.Ran run = program.run("audit", "--format", "json", sound.toString(), other.toString());

    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("classpath:/schemas/meta/audit.schema.json"))
                .validate(run.out(), InputFormat.JSON))
        .isEmpty();
    assertThat(run.out()).contains("\"cell\" : \"requests.received:total\"");
  }

  @Test
  void writesFilesAndPages() throws IOException {
    Path out = folder.resolve("out");

    assertThat(program.run("audit", "--out", out.toString(), sound.toString()).status()).isZero();

    List<String> cells = Files.readAllLines(out.resolve("audit-cells.csv"));
    assertThat(cells.get(0)).isEqualTo("file,form,year,unit,cell,state,value,raw,line");
    assertThat(cells)
        .contains(sound + ",2019-60,2019,松溪市水务局,requests.received:total,number,4,4,13");
    assertThat(out.resolve("audit-findings.csv"))
        .hasContent("file,year,unit,rule,severity,cell,left,right,difference,message");
    assertThat(Files.readString(out.resolve("2019.txt-1.html")))
        .contains("<td id=\"c1-requests.received:total\" class=\"number\"><a href=\"#r1-13\"")
        .contains("id=\"r1-13\"")
        .contains("139****5678")
        .doesNotContain("13912345678");
  }

  @Test
  void writesOnePage() {
    Program.Ran run = program.run("audit", "--format", "html", sound.toString());

    assertThat(run.out()).startsWith("<!DOCTYPE html>").contains("一、本年新收政府信息公开申请数量");
  }
}
