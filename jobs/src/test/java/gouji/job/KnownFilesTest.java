package gouji.job;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.ingest.FileKind;
import gouji.ingest.FileReport;
import gouji.ingest.MergeReport;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;

class KnownFilesTest {
  private static final KnownFiles.Pending PENDING =
      new KnownFiles.Pending(
          new InputListing.Entry(
              "fees",
              "fees/a.csv",
              new Path("/in/fees/a.csv"),
              FileKind.CSV,
              new InputListing.Stamp(7, 1)),
          List.of(),
          1,
          "ff");

  @Test
  void notesTheRowsThatCameThroughBesideThoseThatWereRead() {
    assertThat(known(10L, new MergeReport.Count("fees/a.csv", 8, 2))).isEqualTo("10 = 8 + 2");
    assertThat(known(10L, new MergeReport.Count("fees/a.csv", 7, 2))).isEqualTo("10 = 7 + 2");
    assertThat(known(10L, null)).isEqualTo("10 = 0 + 0");
    assertThat(known(0L, null)).isEqualTo("0 = 0 + 0");
  }

  @Test
  void countsNoRowOfAFileRejectedWholeButMissesItsReject() {
    assertThat(known(null, new MergeReport.Count("fees/a.csv", 0, 1))).isEqualTo("null = 0 + 0");
    assertThat(known(null, null)).isEqualTo("null = 0 + -1");
  }

  private static String known(Long read, MergeReport.Count count) {
    FileReport report =
        new FileReport("fees/a.csv", 0, read, Set.of(), Map.of(), List.of(), new BitSet());
    KnownFiles.Known known = KnownFiles.Known.of(PENDING, report, count, List.of(), "run");
    return known.rowsRead() + " = " + known.accepted() + " + " + known.rejected();
  }
}
