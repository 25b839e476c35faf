package gouji.store;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A lock of the system on a local file: it ends with the process, however that ends. */
final class LocalLockFile implements LockFile {
  /** Behind all that the file says, so that others can read it where locks forbid reading. */
  private static final long BEHIND = Long.MAX_VALUE - 1;

  /** Bytes that it says at most. */
  private static final int MOST = 1024;

  /**
   * What this process holds. The system gives all locks of a process on a file back when the
   * process closes the file once, however often it is open: it is not opened again while it is
   * held.
   */
  private static final Map<Path, LockHolder> HELD = new ConcurrentHashMap<>();

  private final Path path;
  private FileChannel channel;

  LocalLockFile(Path path) {
    this.path = path.toAbsolutePath().normalize();
  }

  @Override
  public boolean take(LockHolder holder) throws IOException {
    if (HELD.putIfAbsent(path, holder) != null) {
      return false;
    }
    boolean isTaken = false;
    try {
      isTaken = takeFile(holder);
      return isTaken;
    } finally {
      if (!isTaken) {
        HELD.remove(path);
      }
    }
  }

  private boolean takeFile(LockHolder holder) throws IOException {
    // Whoever gives the lock back removes the file: a lock on a removed one is none.
    while (true) {
      FileChannel opened = FileChannel.open(path, CREATE, READ, WRITE);
      Object key = key();
      if (opened.tryLock(BEHIND, 1, false) == null) {
        opened.close();
        return false;
      }
      if (key == null || !Objects.equals(key, key())) {
        opened.close();
      } else if (said(opened).filter(h -> !h.isHere()).isPresent()) {
        // One that says another machine holds it may be right: its locks need not reach us.
        opened.close();
        return false;
      } else {
        opened.truncate(0);
        opened.write(ByteBuffer.wrap(holder.text().getBytes(StandardCharsets.UTF_8)), 0);
        channel = opened;
        return true;
      }
    }
  }

  /** What tells the file at the path from another one; null when there is none. */
  private Object key() throws IOException {
    try {
      BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
      return file.fileKey() == null ? path : file.fileKey();
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  private static Optional<LockHolder> said(FileChannel opened) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(MOST);
    opened.read(bytes, 0);
    return LockHolder.find(new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8));
  }

  @Override
  public Optional<LockHolder> findHolder() throws IOException {
    LockHolder own = HELD.get(path);
    if (own != null) {
      return Optional.of(own);
    }
    try {
      return LockHolder.find(Files.readString(path));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public void release() throws IOException {
    Files.deleteIfExists(path);
    channel.close();
    HELD.remove(path);
  }
}
