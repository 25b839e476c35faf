package gouji.job;

import static org.assertj.core.api.Assertions.assertThat;

import gouji.contract.DeclarationReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputListingTest {
  @TempDir private Path folder;

  @Test
  void findsFilesAtAnyDepthAndNamesWhatItLeavesAlone() throws IOException {
    for (String file :
        List.of(
            "requests/2020/q1/a.CSV",
            "requests/b.csv.gz",
            "requests/c.jsonl",
            "requests/~$d.xlsx",
            "requests/readme.txt",
            "requests/.hidden.csv",
            "requests/.b.csv.gz.crc",
            "requests/a:b.csv",
            "facts/e.parquet",
            "request/f.csv",
            "g.csv")) {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, "");
    }

    InputListing listing =
        InputListing.of(
            folder.toString(), DeclarationReader.readAll(List.of()), new Configuration());

    assertThat(listing.files())
        .extracting(e -> e.dataSet() + ": " + e.file())
        .containsExactly(
            "facts: facts/e.parquet",
            "requests: requests/.hidden.csv",
            "requests: requests/2020/q1/a.CSV",
            "requests: requests/a:b.csv",
            "requests: requests/b.csv.gz",
            "requests: requests/c.jsonl");
    assertThat(listing.warnings())
        .extracting(w -> w.substring(0, w.indexOf(": left alone")))
        .containsExactlyInAnyOrder(
            "g.csv",
            "request/",
            "requests/.b.csv.gz.crc",
            "requests/readme.txt",
            "requests/~$d.xlsx");
    assertThat(listing.warnings())
        .anyMatch(w -> w.startsWith("request/") && w.contains("requests"));
  }

  @Test
  void findsPublishedReportsAtAnyDepth() throws IOException {
    for (String file : List.of("b.HTML", "2021/县/a.docx", "~$c.docx", "d.jpg", "map.csv")) {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, "");
    }

    InputListing listing =
        InputListing.ofPublished(
            folder.toString(), folder.resolve("map.csv").toString(), new Configuration());

    assertThat(listing.files())
        .extracting(e -> e.dataSet() + " " + e.kind() + ": " + e.file())
        .containsExactly(
            "reported PUBLISHED: published/2021/县/a.docx", "reported PUBLISHED: published/b.HTML");
    assertThat(listing.files())
        .extracting(e -> InputListing.withoutPublished(e.file()))
        .containsExactly("2021/县/a.docx", "b.HTML");
    assertThat(listing.warnings())
        .extracting(w -> w.substring(0, w.indexOf(": left alone")))
        .containsExactly("published/d.jpg", "published/~$c.docx");
  }
}
