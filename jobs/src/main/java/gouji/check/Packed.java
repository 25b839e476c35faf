package gouji.check;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Figures of one unit, year and scope in one row: a shuffle moves vectors, not figures. A figure is
 * its address, its text and where it was read.
 */
final class Packed {
  /** What the figures of a row are to the unit and year that it goes to. */
  enum Part {
    /** None: the unit is in the register of the year. */
    UNIT,
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

  /** Adds a figure. */
  void add(String address, String text, String origin) {
    try {
      out.writeUTF(address);
      out.writeBoolean(text != null);
      if (text != null) {
        // Not writeUTF, which ends at 64 KB.
        byte[] utf = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        out.writeInt(utf.length);
        out.write(utf);
      }
      out.writeUTF(origin);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The figures so far. */
  byte[] bytes() {
    return bytes.toByteArray();
  }

  /** Takes figures one by one. */
  interface Taker {
    /** A figure; the text is null where nothing was written. */
    void take(String address, String text, String origin);
  }

  /** Hands on the figures of a row. */
  static void read(Row row, Taker taker) {
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(row.<byte[]>getAs("figures")))) {
      while (in.available() > 0) {
        String address = in.readUTF();
        String text = null;
        if (in.readBoolean()) {
          text = new String(in.readNBytes(in.readInt()), java.nio.charset.StandardCharsets.UTF_8);
        }
        taker.take(address, text, in.readUTF());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
