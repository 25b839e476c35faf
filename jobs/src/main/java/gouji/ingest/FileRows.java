package gouji.ingest;

import gouji.contract.DataSet;
import gouji.contract.Declarations;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.util.CollectionAccumulator;

/** The rows of several files, one after another; what they came to becomes reports. */
final class FileRows implements Iterator<Row> {
  private final Reading reading;
  private final Iterator<FileTask> files;
  private final RowTyping typing;
  private final MergeReport.Sums given = new MergeReport.Sums();
  private FileTask file;
  private FileParser current;
  private long rows;
  private Row ahead;
  private boolean isTold;

  FileRows(Reading reading, Iterator<FileTask> files) {
    this.reading = reading;
    this.files = files;
    typing = new RowTyping(reading.set, reading.declared.value(), reading.masking);
  }

  /**
   * What a task needs to read files.
   *
   * @param published opens published reports; null when there are none
   * @param sieve which rows are given
   * @param reports takes what each file came to; null when it is told elsewhere
   * @param told takes how many rows of each file were given; null when they are counted elsewhere
   */
  record Reading(
      DataSet set,
      Broadcast<Declarations> declared,
      Masking masking,
      Broadcast<HadoopSettings> hadoop,
      RowsOpener published,
      Sieve sieve,
      CollectionAccumulator<FileReport> reports,
      CollectionAccumulator<MergeReport> told)
      implements Serializable {}

  @Override
  public boolean hasNext() {
    while (ahead == null) {
      if (current != null && current.hasNext()) {
        ahead = current.next();
      } else if (current != null) {
        close();
      } else if (files.hasNext()) {
        file = files.next();
        current = open();
      } else {
        tell();
        return false;
      }
    }
    return true;
  }

  private FileParser open() {
    try {
      Configuration conf = reading.hadoop.value().conf();
      RawRows raw =
          file.kind() == FileKind.PUBLISHED
              ? reading.published.open(file, conf)
              : RawFiles.open(file, reading.set, conf);
      return new FileParser(reading.set, typing, reading.sieve, file, raw);
    } catch (IOException e) {
      throw new UncheckedIOException(file.file() + " cannot be read: " + e.getMessage(), e);
    }
  }

  private void close() {
    if (reading.reports != null) {
      reading.reports.add(current.report());
    }
    given.addAccepted(file.file(), rows);
    rows = 0;
    current = null;
  }

  private void tell() {
    if (reading.told != null && !isTold) {
      reading.told.add(given.report(MergeReport.ofReading(TaskContext.getPartitionId())));
      isTold = true;
    }
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Row row = ahead;
    ahead = null;
    rows++;
    return row;
  }
}
