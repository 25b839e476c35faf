package gouji.job;

import gouji.check.PublishedChecks.Filed;
import gouji.failure.Failure;
import gouji.failure.FailureCode;
import gouji.report.AuditedReport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Keeps any number of reports, packed, in a file that is gone when the audit has ended. */
final class DiskShelf implements Shelf {
  private final FileChannel file;

  /** Where each report begins and where its figures do; the next report begins where they end. */
  private final List<Long> places = new ArrayList<>(List.of(0L));

  DiskShelf() {
    try {
      Path made = Files.createTempFile("gouji-audit", ".reports");
      file =
          FileChannel.open(
              made,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private static Failure broken(IOException cause) {
    return new Failure(
        FailureCode.INTERRUPTED,
        "so many reports need room for the time of the audit, which %s does not give: %s. Make room there, or name another folder with GOUJI_JAVA_OPTS=-Djava.io.tmpdir=DIR."
            .formatted(System.getProperty("java.io.tmpdir"), cause.getMessage()),
        cause);
  }

  @Override
  public void add(ReadReport report) {
    write(report.report());
    write(report.filed());
  }

  private void write(Object value) {
    long place = places.get(places.size() - 1);
    ByteBuffer bytes = ByteBuffer.wrap(packed(value));
    try {
      while (bytes.hasRemaining()) {
        place += file.write(bytes, place);
      }
    } catch (IOException e) {
      throw broken(e);
    }
    places.add(place);
  }

  private static byte[] packed(Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater fast = new Deflater(Deflater.BEST_SPEED);
    try (ObjectOutputStream out = new ObjectOutputStream(new DeflaterOutputStream(bytes, fast))) {
      out.writeObject(value);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } finally {
      fast.end();
    }
    return bytes.toByteArray();
  }

  @Override
  public AuditedReport report(int at) {
    return (AuditedReport) read(2 * at);
  }

  @Override
  public Filed filed(int at) {
    return (Filed) read(2 * at + 1);
  }

  private Object read(int part) {
    long place = places.get(part);
    ByteBuffer bytes = ByteBuffer.allocate((int) (places.get(part + 1) - place));
    try {
      while (bytes.hasRemaining()) {
        if (file.read(bytes, place + bytes.position()) < 0) {
          throw new IOException("the file ends too early");
        }
      }
    } catch (IOException e) {
      throw broken(e);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes.array())))) {
      return in.readObject();
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw broken(e);
    }
  }
}
