package gouji.testkit.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The lines of a CSV file, written as bytes without a detour over text; every cell is followed by a
 * comma but the last one.
 */
final class Lines implements AutoCloseable {
  /** The point and two decimals. */
  static final byte[][] CENTS =
      IntStream.range(0, 100).mapToObj(i -> utf8("." + i / 10 + i % 10)).toArray(byte[][]::new);

  private static final int FLUSH = 1 << 20;

  private final Path file;
  private final byte[] header;
  private byte[] bytes = new byte[FLUSH + (1 << 12)];
  private int length;
  private OutputStream out;
  private long rows;

  Lines(Path file, String header) {
    this.file = file;
    this.header = (header + "\n").getBytes(StandardCharsets.UTF_8);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[][] utf8(String... texts) {
    return Arrays.stream(texts).map(Lines::utf8).toArray(byte[][]::new);
  }

  /** Adds to the cell under way. */
  Lines add(byte[] text) {
    System.arraycopy(text, 0, bytes, length, text.length);
    length += text.length;
    return this;
  }

  /** Adds a number of at least so many digits to the cell under way. */
  Lines add(long number, int digits) {
    int wide = digits;
    while (number >= power(wide)) {
      wide++;
    }
    long left = number;
    for (int at = length + wide - 1; at >= length; at--) {
      bytes[at] = (byte) ('0' + left % 10);
      left /= 10;
    }
    length += wide;
    return this;
  }

  private static long power(int digits) {
    long power = 1;
    for (int i = 0; i < digits; i++) {
      power *= 10;
    }
    return power;
  }

  /** Ends the cell under way. */
  Lines next() {
    bytes[length++] = ',';
    return this;
  }

  /** Ends the line; the last cell is the one under way. */
  void end() {
    bytes[length++] = '\n';
    rows++;
    if (length >= FLUSH) {
      flush();
    }
  }

  long rows() {
    return rows;
  }

  private void flush() {
    try {
      if (out == null) {
        Files.createDirectories(file.getParent());
        out = Files.newOutputStream(file);
        out.write(header);
      }
      out.write(bytes, 0, length);
      length = 0;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Writes what is left; a file without lines is not made. */
  @Override
  public void close() {
    if (rows > 0) {
      flush();
    }
    try {
      if (out != null) {
        out.close();
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    bytes = null;
  }
}
