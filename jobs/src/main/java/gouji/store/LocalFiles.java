package gouji.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Hadoop's local file system, checksum files included, without the processes that it starts where
 * its native library is missing: {@code chmod} for every file and {@code readlink} for every rename
 * were 530 of them in a run over a small county. For {@code fs.file.impl}.
 */
public final class LocalFiles extends LocalFileSystem {

  /** Made by Hadoop. */
  public LocalFiles() {
    super(new Raw());
  }

  /** The files themselves, without checksums. */
  static final class Raw extends RawLocalFileSystem {
    private static final PosixFilePermission[] FROM_LOWEST_BIT = {
      PosixFilePermission.OTHERS_EXECUTE,
      PosixFilePermission.OTHERS_WRITE,
      PosixFilePermission.OTHERS_READ,
      PosixFilePermission.GROUP_EXECUTE,
      PosixFilePermission.GROUP_WRITE,
      PosixFilePermission.GROUP_READ,
      PosixFilePermission.OWNER_EXECUTE,
      PosixFilePermission.OWNER_WRITE,
      PosixFilePermission.OWNER_READ
    };

    @Override
    public void setPermission(Path path, FsPermission permission) throws IOException {
      java.nio.file.Path file = pathToFile(path).toPath();
      PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
      if (view == null || permission.toShort() >> FROM_LOWEST_BIT.length != 0) {
        // No such permissions here (Windows), or a bit that Java cannot set.
        super.setPermission(path, permission);
      } else {
        view.setPermissions(permissions(permission.toShort()));
      }
    }

    private static Set<PosixFilePermission> permissions(short bits) {
      Set<PosixFilePermission> set = EnumSet.noneOf(PosixFilePermission.class);
      for (int bit = 0; bit < FROM_LOWEST_BIT.length; bit++) {
        if ((bits >> bit & 1) != 0) {
          set.add(FROM_LOWEST_BIT[bit]);
        }
      }
      return set;
    }

    @Override
    public FileStatus getFileLinkStatus(Path path) throws IOException {
      // A link has a status of its own; it is left to Hadoop.
      return Files.isSymbolicLink(pathToFile(path).toPath())
          ? super.getFileLinkStatus(path)
          : getFileStatus(path);
    }
  }
}
