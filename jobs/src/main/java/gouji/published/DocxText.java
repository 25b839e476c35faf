package gouji.published;

import gouji.contract.Labels;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** Brings a Word document into lines of cells: each row of an innermost table is a line. */
final class DocxText {
  /** The most that the text of a document may come to once it is unpacked. */
  static final long MOST_BYTES = 64L << 20;

  private static final int BLOCK = 1 << 14;
  static final int DEEPEST = 64;
  private static final double SMALLEST_RATIO = 0.001;

  private final List<SourceLine> lines = new ArrayList<>();
  private int tables;

  private DocxText() {}

  /** The document in lines of cells. */
  static SourceText of(byte[] bytes) {
    checkSize(bytes);
    // How large the document unpacks was checked before.
    ZipSecureFile.setMinInflateRatio(SMALLEST_RATIO);
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
      DocxText text = new DocxText();
      text.elements(document.getBodyElements(), 0);
      return new SourceText(text.lines, false);
    } catch (IOException | RuntimeException e) {
      throw UnreadableFile.because(Unreadable.BROKEN_WORD, e);
    }
  }

  /** Refuses a document that unpacks to more than memory is for; unpacks nothing to keep. */
  private static void checkSize(byte[] bytes) {
    byte[] block = new byte[BLOCK];
    long all = 0;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        boolean isText = entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels");
        for (int read = zip.read(block); read >= 0; read = zip.read(block)) {
          all += read;
          if (all > MOST_BYTES * (isText ? 1 : 4)) {
            throw UnreadableFile.because(Unreadable.LARGE_WORD);
          }
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      // Names of parts that are no text are told by the latter.
      throw UnreadableFile.because(Unreadable.BROKEN_WORD, e);
    }
  }

  private void elements(List<IBodyElement> elements, int depth) {
    if (depth > DEEPEST) {
      throw UnreadableFile.because(Unreadable.DEEP_WORD);
    }
    for (IBodyElement element : elements) {
      if (element instanceof XWPFParagraph paragraph) {
        paragraph(paragraph);
      } else if (element instanceof XWPFTable table) {
        table(table, depth);
      }
    }
  }

  private void paragraph(XWPFParagraph paragraph) {
    for (String line : paragraph.getText().split("\n", -1)) {
      String text = Labels.trimmed(line);
      if (!text.isEmpty()) {
        Position position = Position.of(lines.size() + 1, 1);
        lines.add(
            new SourceLine(
                SourceLine.Shape.PLAIN,
                List.of(SourceCell.of(text, position, SourceCell.End.SEPARATOR))));
      }
    }
  }

  private void table(XWPFTable table, int depth) {
    tables++;
    int number = tables;
    int row = 0;
    for (XWPFTableRow each : table.getRows()) {
      row++;
      List<SourceCell> cells = new ArrayList<>();
      int cell = 0;
      for (XWPFTableCell one : each.getTableCells()) {
        cell++;
        if (!one.getTables().isEmpty()) {
          end(cells);
          cells = new ArrayList<>();
          elements(one.getBodyElements(), depth + 1);
        } else if (!isContinued(one)) {
          Position position = new Position(lines.size() + 1, 1, number, row, cell);
          cells.add(new SourceCell(text(one), position, span(one), 1, SourceCell.End.SEPARATOR));
        }
      }
      end(cells);
    }
  }

  private void end(List<SourceCell> cells) {
    if (!cells.isEmpty()) {
      lines.add(new SourceLine(SourceLine.Shape.TABLE, cells));
    }
  }

  /** Whether a cell only goes on with the one above or to the left of it. */
  private static boolean isContinued(XWPFTableCell cell) {
    CTTcPr properties = cell.getCTTc().getTcPr();
    if (properties == null) {
      return false;
    }
    boolean isBelow =
        properties.isSetVMerge() && properties.getVMerge().getVal() != STMerge.RESTART;
    boolean isBeside =
        properties.isSetHMerge() && properties.getHMerge().getVal() != STMerge.RESTART;
    return isBelow || isBeside;
  }

  private static int span(XWPFTableCell cell) {
    CTTcPr properties = cell.getCTTc().getTcPr();
    return properties == null || !properties.isSetGridSpan()
        ? 1
        : Math.max(1, properties.getGridSpan().getVal().intValue());
  }

  private static String text(XWPFTableCell cell) {
    StringBuilder text = new StringBuilder();
    cell.getParagraphs().forEach(p -> text.append(p.getText().replace("\n", "")));
    return Labels.trimmed(text.toString());
  }
}
