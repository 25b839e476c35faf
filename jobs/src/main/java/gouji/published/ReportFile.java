package gouji.published;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Tells what kind of file a report is in, and brings it into lines of cells. */
final class ReportFile {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Pattern PAGE =
      Pattern.compile("<(?:html|body|table|td|p|div|!doctype)[\\s>]", Pattern.CASE_INSENSITIVE);

  private static final Pattern NOTE_OF_SOURCE = Pattern.compile("\\ASOURCE:[^\n]*");

  private static final String OLD_OFFICE = "\u00d0\u00cf\u0011\u00e0";

  private ReportFile() {}

  /** The lines of a file; fails with {@link UnreadableFile}. */
  static SourceText text(byte[] bytes) {
    if (bytes.length > ReportReader.MOST_BYTES) {
      throw UnreadableFile.because(Unreadable.TOO_LARGE);
    }
    if (startsWith(bytes, "PK")) {
      return DocxText.of(bytes);
    }
    if (startsWith(bytes, "%PDF")) {
      return PdfText.of(bytes);
    }
    if (startsWith(bytes, OLD_OFFICE)) {
      throw UnreadableFile.because(Unreadable.OLD_WORD);
    }
    String text = decoded(bytes);
    return PAGE.matcher(text).find()
        ? HtmlText.of(NOTE_OF_SOURCE.matcher(text).replaceFirst(""))
        : PlainText.of(text);
  }

  private static boolean startsWith(byte[] bytes, String sign) {
    byte[] begin = sign.getBytes(StandardCharsets.ISO_8859_1);
    return bytes.length >= begin.length
        && Arrays.equals(bytes, 0, begin.length, begin, 0, begin.length);
  }

  /** The text in UTF-8 or, if it is none, in GB18030; without a byte order mark. */
  private static String decoded(byte[] bytes) {
    String text = decoded(bytes, StandardCharsets.UTF_8);
    text = text == null ? decoded(bytes, GB18030) : text;
    if (text == null) {
      throw UnreadableFile.because(Unreadable.NO_TEXT);
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** The text; null when it is in another character set. */
  private static String decoded(byte[] bytes, Charset charset) {
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
