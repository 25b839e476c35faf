package gouji.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Text that waits for what has to stand before it; packed, for it may be that of many reports. */
final class PackedText {
  private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
  private final Writer in =
      new OutputStreamWriter(new DeflaterOutputStream(packed), StandardCharsets.UTF_8);

  /** Takes text. */
  Writer in() {
    return in;
  }

  /** Writes all that was taken, after which no more is. */
  void writeTo(Writer out) throws IOException {
    in.close();
    try (Reader text =
        new InputStreamReader(
            new InflaterInputStream(new ByteArrayInputStream(packed.toByteArray())),
            StandardCharsets.UTF_8)) {
      text.transferTo(out);
    }
  }
}
