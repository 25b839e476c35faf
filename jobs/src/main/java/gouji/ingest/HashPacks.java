package gouji.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Tells which hashes occur more than once. They travel many in one row: a row for each would cost
 * several times what is done with them.
 */
final class HashPacks {
  private static final String SHARE = "share";
  private static final String PACK = "pack";
  private static final String IS_HELD = "is_held";
  private static final StructType SCHEMA =
      new StructType().add(SHARE, IntegerType).add(PACK, BinaryType);
  private static final int SIZE = 1_024;

  private HashPacks() {}

  /**
   * Each hash that comes several times, or that the table has, at least once.
   *
   * @param hashes of the rows on their way in, as {@link StagedRows#hashes}
   * @param held those of the table's rows so far, or null
   * @param partitions tasks that compare them; each holds its share of the hashes in memory
   */
  static Dataset<Row> meeting(Dataset<Row> hashes, Dataset<Row> held, int partitions) {
    Dataset<Row> packs = packed(hashes, partitions).withColumn(IS_HELD, lit(false));
    if (held != null) {
      packs = packs.unionByName(packed(held, partitions).withColumn(IS_HELD, lit(true)));
    }
    MapPartitionsFunction<Row, Row> met = sorted -> new Met(sorted);
    return packs
        .repartition(partitions, col(SHARE))
        .sortWithinPartitions(col(IS_HELD))
        .mapPartitions(met, Encoders.row(StagedRows.hashes()));
  }

  private static Dataset<Row> packed(Dataset<Row> hashes, int shares) {
    MapPartitionsFunction<Row, Row> packing = rows -> new Packing(rows, shares);
    return hashes.mapPartitions(packing, Encoders.row(SCHEMA));
  }

  /** Packs hashes, each share for itself. */
  private static final class Packing implements Iterator<Row> {
    private final Iterator<Row> hashes;
    private final ByteBuffer[] open;
    private final Queue<Row> ready = new ArrayDeque<>();

    Packing(Iterator<Row> hashes, int shares) {
      this.hashes = hashes;
      open = new ByteBuffer[shares];
    }

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && hashes.hasNext()) {
        add(hashes.next().getLong(0));
        if (!hashes.hasNext()) {
          closeAll();
        }
      }
      return !ready.isEmpty();
    }

    private void add(long hash) {
      int share = (int) Math.floorMod(hash ^ (hash >>> 32), (long) open.length);
      if (open[share] == null) {
        open[share] = ByteBuffer.allocate(SIZE * Long.BYTES);
      }
      open[share].putLong(hash);
      if (!open[share].hasRemaining()) {
        close(share);
      }
    }

    private void closeAll() {
      for (int share = 0; share < open.length; share++) {
        if (open[share] != null) {
          close(share);
        }
      }
    }

    private void close(int share) {
      byte[] pack = Arrays.copyOf(open[share].array(), open[share].position());
      ready.add(RowFactory.create(share, pack));
      open[share] = null;
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ready.remove();
    }
  }

  /** The hashes that meet others, out of packs of which those of the table come last. */
  private static final class Met implements Iterator<Row> {
    private final Iterator<Row> packs;
    private final Queue<Long> ready = new ArrayDeque<>();
    private long[] hashes = new long[SIZE];
    private int count;
    private Row held;

    Met(Iterator<Row> packs) {
      this.packs = packs;
      while (held == null && packs.hasNext()) {
        Row row = packs.next();
        if (row.getBoolean(2)) {
          held = row;
        } else {
          add(pack(row));
        }
      }
      Arrays.sort(hashes, 0, count);
      for (int i = 1; i < count; i++) {
        if (hashes[i] == hashes[i - 1]) {
          ready.add(hashes[i]);
        }
      }
    }

    private static ByteBuffer pack(Row row) {
      return ByteBuffer.wrap((byte[]) row.get(1));
    }

    private void add(ByteBuffer pack) {
      int size = pack.remaining() / Long.BYTES;
      if (count + size > hashes.length) {
        hashes = Arrays.copyOf(hashes, Math.max(count + size, hashes.length * 2));
      }
      pack.asLongBuffer().get(hashes, count, size);
      count += size;
    }

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && held != null) {
        ByteBuffer pack = pack(held);
        while (pack.hasRemaining()) {
          long hash = pack.getLong();
          if (Arrays.binarySearch(hashes, 0, count, hash) >= 0) {
            ready.add(hash);
          }
        }
        held = packs.hasNext() ? packs.next() : null;
      }
      return !ready.isEmpty();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return RowFactory.create(ready.remove());
    }
  }
}
