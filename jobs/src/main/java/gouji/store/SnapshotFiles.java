package gouji.store;

import io.delta.kernel.Scan;
import io.delta.kernel.Table;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.actions.DeletionVectorDescriptor;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** The files that Delta itself reads a version from. */
final class SnapshotFiles {
  private SnapshotFiles() {}

  /**
   * Paths of data files and deletion vectors, relative to the table's folder, which is absolute.
   */
  static Set<String> of(Path folder, long version, Configuration conf) {
    Engine engine = DefaultEngine.create(conf);
    Scan scan =
        Table.forPath(engine, folder.toString())
            .getSnapshotAsOfVersion(engine, version)
            .getScanBuilder()
            .build();
    Set<String> paths = new HashSet<>();
    try (CloseableIterator<FilteredColumnarBatch> batches = scan.getScanFiles(engine)) {
      while (batches.hasNext()) {
        try (CloseableIterator<Row> files = batches.next().getRows()) {
          while (files.hasNext()) {
            add(files.next(), folder, paths);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    paths.remove(null);
    return paths;
  }

  private static void add(Row file, Path folder, Set<String> paths) {
    String data = InternalScanFileUtils.getAddFileStatus(file).getPath();
    paths.add(VersionFiles.within(new Path(data), folder));
    DeletionVectorDescriptor vector =
        InternalScanFileUtils.getDeletionVectorDescriptorFromRow(file);
    if (vector != null
        && !DeletionVectorDescriptor.INLINE_DV_MARKER.equals(vector.getStorageType())) {
      String path = vector.getAbsolutePath(folder.toString());
      paths.add(VersionFiles.within(new Path(path), folder));
    }
  }
}
