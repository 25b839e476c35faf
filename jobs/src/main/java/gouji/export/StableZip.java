package gouji.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Writes a workbook's parts again without the moment at which they were made. */
final class StableZip {
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final String PROPERTIES = "docProps/core.xml";
  private static final String CREATED = "<dcterms:created.*?</dcterms:created>";

  private StableZip() {}

  /** The same parts in the same order; the properties lose their creation date. */
  static void copy(Path workbook, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    try (ZipFile in = new ZipFile(workbook.toFile())) {
      for (ZipEntry part : Collections.list(in.entries())) {
        ZipEntry entry = new ZipEntry(part.getName());
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        copy(in, part, zip);
        zip.closeEntry();
      }
    }
    zip.finish();
    out.flush();
  }

  private static void copy(ZipFile in, ZipEntry part, ZipOutputStream zip) throws IOException {
    try (InputStream bytes = in.getInputStream(part)) {
      if (part.getName().equals(PROPERTIES)) {
        String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        zip.write(text.replaceFirst(CREATED, "").getBytes(StandardCharsets.UTF_8));
      } else {
        bytes.transferTo(zip);
      }
    }
  }
}
