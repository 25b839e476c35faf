package gouji.published;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** Made-up reports as documents. */
final class Documents {
  private Documents() {}

  /** A Word document, merged cells and all. */
  static byte[] docx(MadeUpReport report) throws IOException {
    try (XWPFDocument document = new XWPFDocument();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      document.createParagraph().createRun().setText("松溪市水务局" + report.year() + "年政府信息公开工作年度报告");
      for (MadeUpReport.Table table : report.tables()) {
        document.createParagraph().createRun().setText(table.title());
        XWPFTable own = document.createTable();
        own.removeRow(0);
        for (MadeUpReport.Row row : table.rows()) {
          add(own.createRow(), row);
        }
      }
      document.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static void add(XWPFTableRow line, MadeUpReport.Row row) {
    while (!line.getTableCells().isEmpty()) {
      line.removeCell(0);
    }
    if (row.texts().size() == 8) {
      // A group's label goes on from the row above.
      XWPFTableCell group = line.createCell();
      group.getCTTc().addNewTcPr().addNewVMerge().setVal(STMerge.CONTINUE);
    }
    for (int i = 0; i < row.texts().size(); i++) {
      XWPFTableCell cell = line.createCell();
      cell.setText(row.texts().get(i));
      if (row.columns().get(i) > 1) {
        cell.getCTTc()
            .addNewTcPr()
            .addNewGridSpan()
            .setVal(BigInteger.valueOf(row.columns().get(i)));
      }
    }
  }

  /** A PDF with a line of text for each line. */
  static byte[] pdf(List<String> lines) throws IOException {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      COSDictionary font = font();
      int most = 60;
      for (int from = 0; from < lines.size(); from += most) {
        PDPage page = new PDPage(new PDRectangle(2000, 900));
        document.addPage(page);
        COSDictionary fonts = new COSDictionary();
        fonts.setItem(COSName.getPDFName("F"), font);
        COSDictionary resources = new COSDictionary();
        resources.setItem(COSName.FONT, fonts);
        page.getCOSObject().setItem(COSName.RESOURCES, resources);
        COSStream content = document.getDocument().createCOSStream();
        try (var out = content.createOutputStream()) {
          int y = 880;
          for (String line : lines.subList(from, Math.min(lines.size(), from + most))) {
            String hex = HexFormat.of().formatHex(line.getBytes(StandardCharsets.UTF_16BE));
            out.write(
                "BT /F 10 Tf 20 %d Td <%s> Tj ET\n"
                    .formatted(y, hex)
                    .getBytes(StandardCharsets.US_ASCII));
            y -= 14;
          }
        }
        page.getCOSObject().setItem(COSName.CONTENTS, content);
      }
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  /** A font of simplified Chinese that is not in the file, as many offices use one. */
  private static COSDictionary font() {
    COSDictionary system = new COSDictionary();
    system.setItem(COSName.REGISTRY, new COSString("Adobe"));
    system.setItem(COSName.ORDERING, new COSString("GB1"));
    system.setItem(COSName.SUPPLEMENT, COSInteger.get(4));
    COSDictionary descriptor = new COSDictionary();
    descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
    descriptor.setName(COSName.FONT_NAME, "STSong-Light");
    descriptor.setInt(COSName.FLAGS, 4);
    COSDictionary kind = new COSDictionary();
    kind.setItem(COSName.TYPE, COSName.FONT);
    kind.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
    kind.setName(COSName.BASE_FONT, "STSong-Light");
    kind.setItem(COSName.CIDSYSTEMINFO, system);
    kind.setItem(COSName.FONT_DESC, descriptor);
    kind.setInt(COSName.DW, 1000);
    COSArray kinds = new COSArray();
    kinds.add(kind);
    COSDictionary font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setItem(COSName.SUBTYPE, COSName.TYPE0);
    font.setName(COSName.BASE_FONT, "STSong-Light");
    font.setName(COSName.ENCODING, "UniGB-UCS2-H");
    font.setItem(COSName.DESCENDANT_FONTS, kinds);
    return font;
  }
}
