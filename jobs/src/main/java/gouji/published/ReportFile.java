package gouji.published;

import gouji.failure.Failure;
import gouji.failure.FailureCode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Tells what kind of file a report is in, and brings it into lines of cells. */
final class ReportFile {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Pattern PAGE =
      Pattern.compile("<(?:html|body|table|td|p|div|!doctype)[\\s>]", Pattern.CASE_INSENSITIVE);

  private ReportFile() {}

  /** The lines of a file. */
  static SourceText text(byte[] bytes) {
    String text = decoded(bytes);
    return PAGE.matcher(text).find() ? HtmlText.of(text) : PlainText.of(text);
  }

  /** The text in UTF-8 or, if it is none, in GB18030; without a byte order mark. */
  private static String decoded(byte[] bytes) {
    String text = decoded(bytes, StandardCharsets.UTF_8);
    text = text == null ? decoded(bytes, GB18030) : text;
    if (text == null) {
      throw new Failure(
          FailureCode.UNUSABLE, "the text is neither UTF-8 nor GB18030. Save it as UTF-8.");
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
