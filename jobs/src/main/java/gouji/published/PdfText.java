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
  static final int MOST_PAGES = 500;
  private static final long MOST_MEMORY = 128L << 20;

  private PdfText() {}

  /** The text of the document. */
  static SourceText of(byte[] bytes) {
    try (PDDocument document =
        Loader.loadPDF(
            new RandomAccessReadBuffer(bytes),
            MemoryUsageSetting.setupMainMemoryOnly(MOST_MEMORY).streamCache)) {
      if (document.isEncrypted() && !document.getCurrentAccessPermission().canExtractContent()) {
        throw UnreadableFile.because(Unreadable.PROTECTED_PDF);
      }
      if (document.getNumberOfPages() > MOST_PAGES) {
        throw UnreadableFile.because(Unreadable.LARGE_PDF);
      }
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      String text = stripper.getText(document);
      if (text.isBlank()) {
        throw UnreadableFile.because(Unreadable.PICTURES);
      }
      return PlainText.of(text);
    } catch (InvalidPasswordException e) {
      throw UnreadableFile.because(Unreadable.ENCRYPTED_PDF, e);
    } catch (IOException | RuntimeException e) {
      throw UnreadableFile.because(Unreadable.BROKEN_PDF, e);
    }
  }
}
