package gouji.check;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Figures of one unit, year and scope in one row: a shuffle moves vectors, not figures. A computed
 * figure is its slot and its number; one that was filed its slot, its text and where it was read.
 */
final class Packed {
  /** What the figures of a row are to the unit and year that it goes to. */
  enum Part {
    /** None: the unit is in the register of the year. */
    UNIT,
    /** Numbers of records, for no slot. */
    COVERAGE,
    /** Computed. */
    COMPUTED,
    /** Computed for last year. */
    COMPUTED_LAST,
    /** Computed for last year: own figures of one unit of the area. */
    COMPUTED_LAST_IN_AREA,
    /** Computed for a child. */
    COMPUTED_CHILD,
    /** Reported. */
    REPORTED,
    /** Reported for last year. */
    REPORTED_LAST,
    /** Reported by a child. */
    REPORTED_CHILD
  }

  /** The columns: whose vector, what it is, and the figures. */
  static final StructType SHAPE =
      new StructType()
          .add("year", DataTypes.IntegerType)
          .add("unit_id", DataTypes.StringType)
          .add("part", DataTypes.StringType)
          .add("scope", DataTypes.StringType)
          .add("form", DataTypes.StringType)
          .add("child", DataTypes.StringType)
          .add("figures", DataTypes.BinaryType);

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  /** Adds a computed figure. */
  void add(int slot, BigDecimal number) {
    try {
      out.writeShort(slot);
      byte[] digits = number.unscaledValue().toByteArray();
      out.writeByte(number.scale());
      out.writeByte(digits.length);
      out.write(digits);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a figure that was filed; the text is null where nothing was written. */
  void add(int slot, String text, String origin) {
    try {
      out.writeShort(slot);
      // Not writeUTF, which ends at 64 KB.
      write(text);
      write(origin);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String text) throws IOException {
    byte[] utf = text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf == null ? -1 : utf.length);
    if (utf != null) {
      out.write(utf);
    }
  }

  /** The figures so far. */
  byte[] bytes() {
    return bytes.toByteArray();
  }

  /** Takes computed figures one by one. */
  interface NumberTaker {
    /** A figure. */
    void take(int slot, BigDecimal number);
  }

  /** Takes figures that were filed one by one. */
  interface TextTaker {
    /** A figure; the text is null where nothing was written. */
    void take(int slot, String text, String origin);
  }

  /** Hands on the computed figures of a pack. */
  static void numbers(ByteBuffer figures, NumberTaker taker) {
    ByteBuffer in = figures.duplicate();
    while (in.hasRemaining()) {
      int slot = in.getShort();
      int scale = in.get();
      byte[] digits = new byte[in.get()];
      in.get(digits);
      taker.take(slot, new BigDecimal(new BigInteger(digits), scale));
    }
  }

  /** Hands on the figures of a pack of what was filed. */
  static void texts(ByteBuffer figures, TextTaker taker) {
    ByteBuffer in = figures.duplicate();
    while (in.hasRemaining()) {
      taker.take(in.getShort(), text(in), text(in));
    }
  }

  private static String text(ByteBuffer in) {
    int length = in.getInt();
    if (length < 0) {
      return null;
    }
    byte[] utf = new byte[length];
    in.get(utf);
    return new String(utf, StandardCharsets.UTF_8);
  }
}
