package gouji.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gouji.contract.DeclarationReader;
import gouji.contract.Declarations;
import gouji.contract.Form;
import gouji.contract.Written;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;

class FormatsTest {
  private final Declarations declared = DeclarationReader.readAll(List.of());
  private final ReportReader reader = new ReportReader(declared);

  private List<String> other(MadeUpReport report, byte[] file) {
    List<String> other = new ArrayList<>();
    PublishedReport found = reader.read(file).orElseThrow();
    for (Form.Cell cell : report.form().cells()) {
      Written written = Written.of(report.cells().get(cell.address()), cell.column().unit());
      ReadCell one = found.findCell(cell.address()).orElse(ReadCell.ambiguous(cell));
      boolean isSame =
          one.written().state() == written.state()
              && (!written.isNumber() || written.number().compareTo(one.written().number()) == 0);
      if (!isSame) {
        other.add(cell.address() + " " + one.state());
      }
    }
    return other;
  }

  @Test
  void readsWordDocumentsWithMergedCells() throws IOException {
    for (Form form : declared.forms().values()) {
      MadeUpReport report = MadeUpReport.of(form, form.firstYear(), new Random(3), true);

      assertThat(other(report, Documents.docx(report))).isEmpty();
    }
  }

  @Test
  void readsTheTextOfPdfs() throws IOException {
    for (Layout layout : List.of(Layout.SPACES, Layout.SPACES_BROKEN, Layout.SPACES_AROUND)) {
      for (Form form : declared.forms().values()) {
        MadeUpReport report = MadeUpReport.of(form, form.firstYear(), new Random(3), false);
        List<String> lines = layout.of(report).lines().toList();

        assertThat(other(report, Documents.pdf(lines))).as("%s", layout).isEmpty();
      }
    }
  }

  @Test
  void saysWhatIsWrongWithAnEncryptedPdf() throws IOException {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      document.addPage(new PDPage());
      document.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
      document.save(bytes);

      assertThatThrownBy(() -> reader.read(bytes.toByteArray()))
          .isInstanceOf(UnreadableFile.class)
          .hasMessage("the PDF is encrypted. Save it without a password");
    }
  }

  @Test
  void saysThatAPdfHoldsPicturesOnly() throws IOException {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      document.addPage(new PDPage());
      document.save(bytes);

      assertThatThrownBy(() -> reader.read(bytes.toByteArray()))
          .hasMessage("the PDF holds pictures and no text. Have its text recognised");
    }
  }

  @Test
  void stopsUnpackingWhatIsNoDocument() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      byte[] block = new byte[1 << 20];
      for (int i = 0; i < 200; i++) {
        zip.write(block);
      }
    }

    assertThatThrownBy(() -> reader.read(bytes.toByteArray()))
        .isInstanceOf(UnreadableFile.class)
        .hasMessage("the Word document unpacks to more than 64 MB, which no report does");
  }

  @Test
  void saysThatADocumentIsBroken() {
    assertThatThrownBy(() -> reader.read("PK\u0003\u0004 no".getBytes(StandardCharsets.UTF_8)))
        .hasMessage("the Word document is broken. Open and save it anew");
    assertThatThrownBy(() -> reader.read("%PDF-1.7 no".getBytes(StandardCharsets.UTF_8)))
        .hasMessage("the PDF is broken. Open and save it anew");
    assertThatThrownBy(() -> reader.read(new byte[] {(byte) 0xff, (byte) 0xff, 0x20}))
        .hasMessage("it is neither UTF-8 nor GB18030 text. Save it as UTF-8");
  }

  @Test
  void saysThatADocumentWithNamelessPartsIsBroken() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("x"));
      zip.closeEntry();
    }
    byte[] bytes = out.toByteArray();
    // The name of the part stands behind the 30 bytes of its head.
    bytes[30] = (byte) 0xff;
    assertThatThrownBy(() -> reader.read(bytes))
        .isInstanceOf(UnreadableFile.class)
        .hasMessage("the Word document is broken. Open and save it anew");
  }

  @Test
  void refusesTablesInTablesWithoutEnd() {
    byte[] page =
        ("<html><body>" + "<table><tr><td>".repeat(60) + "规章").getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> reader.read(page))
        .hasMessage("tables are nested deeper than 32, which no report needs");
  }

  @Test
  void refusesPagesThatWouldNotFitIntoMemory() {
    byte[] tags = "<td>1".repeat(500_000).getBytes(StandardCharsets.UTF_8);
    byte[] large = new byte[ReportReader.MOST_BYTES + 1];

    assertThatThrownBy(() -> reader.read(tags))
        .hasMessage("the page has more than 400000 tags, which no report has");
    assertThatThrownBy(() -> reader.read(large))
        .hasMessage("the file has more than 32 MB, which no report has");
  }

  @Test
  void saysThatATextIsNoReport() {
    assertThat(reader.read("今日天气晴。\n".getBytes(StandardCharsets.UTF_8))).isEmpty();
  }
}
