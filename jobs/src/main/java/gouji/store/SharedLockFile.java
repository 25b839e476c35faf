package gouji.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A file that is there while somebody holds it, on a file system of several machines. One of a
 * process that died on this machine is moved away; one of another machine stays.
 */
final class SharedLockFile implements LockFile {
  private final FileSystem fs;
  private final Path path;

  SharedLockFile(FileSystem fs, Path path) {
    this.fs = fs;
    this.path = path;
  }

  @Override
  public boolean take(LockHolder holder) throws IOException {
    Optional<LockHolder> before = findHolder();
    if (before.isPresent() && before.get().isDead()) {
      moveAway(before.get());
    }
    try (OutputStream out = fs.create(path, false)) {
      out.write(holder.text().getBytes(StandardCharsets.UTF_8));
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  /** Of several that move it away at once, one does; a newer one that was hit is put back. */
  private void moveAway(LockHolder dead) throws IOException {
    Path away = path.suffix("." + UUID.randomUUID());
    if (fs.rename(path, away)) {
      if (holder(away).filter(dead::equals).isEmpty()) {
        fs.rename(away, path);
      } else {
        fs.delete(away, false);
      }
    }
  }

  @Override
  public Optional<LockHolder> findHolder() throws IOException {
    return holder(path);
  }

  private Optional<LockHolder> holder(Path file) throws IOException {
    try (FSDataInputStream in = fs.open(file)) {
      return LockHolder.find(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  @Override
  public void release() throws IOException {
    fs.delete(path, false);
  }
}
