package gouji.testkit.sample;

import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;

/** Gzip files of stored blocks: their bytes depend on no version of a compressing library. */
final class StoredGzip {
  private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
  private static final int BLOCK = 0xffff;

  private StoredGzip() {}

  static byte[] of(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(HEADER);
    int from = 0;
    do {
      int length = Math.min(BLOCK, content.length - from);
      out.write(from + length == content.length ? 1 : 0);
      littleEndian(out, length, 2);
      littleEndian(out, ~length, 2);
      out.write(content, from, length);
      from += length;
    } while (from < content.length);
    CRC32 sum = new CRC32();
    sum.update(content);
    littleEndian(out, sum.getValue(), 4);
    littleEndian(out, content.length, 4);
    return out.toByteArray();
  }

  private static void littleEndian(ByteArrayOutputStream out, long number, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out.write((int) (number >> (8 * i)));
    }
  }
}
