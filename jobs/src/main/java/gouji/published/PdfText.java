package gouji.published;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;

/** Brings the text of a PDF into lines of cells; its tables are known by the text alone. */
final class PdfText {
  private static final int MOST_PAGES = 500;
  private static final long MOST_MEMORY = 128L << 20;

  private PdfText() {}

  /** The text of the document. */
  static SourceText of(byte[] bytes) {
    try (PDDocument document =
        Loader.loadPDF(
            new RandomAccessReadBuffer(bytes),
            MemoryUsageSetting.setupMainMemoryOnly(MOST_MEMORY).streamCache)) {
      if (document.isEncrypted() && !document.getCurrentAccessPermission().canExtractContent()) {
        throw UnreadableFile.because(
            "the PDF forbids that its text is read. Save it without protection");
      }
      if (document.getNumberOfPages() > MOST_PAGES) {
        throw UnreadableFile.because(
            "the PDF has more than %d pages, which no report has".formatted(MOST_PAGES));
      }
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      String text = stripper.getText(document);
      if (text.isBlank()) {
        throw UnreadableFile.because(
            "the PDF holds pictures and no text. Have its text recognised");
      }
      return PlainText.of(text);
    } catch (InvalidPasswordException e) {
      throw UnreadableFile.because("the PDF is encrypted. Save it without a password", e);
    } catch (IOException | RuntimeException e) {
      throw UnreadableFile.because("the PDF is broken. Open and save it anew", e);
    }
  }
}
