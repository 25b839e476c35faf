package gouji.store;

import java.io.IOException;
import java.util.Optional;

/** A file that one process at a time can hold, and that says who does. */
interface LockFile {
  /** Takes it, with what it then says; false when another process holds it. */
  boolean take(LockHolder holder) throws IOException;

  /** Who holds it; empty when nobody does, or when it does not say. */
  Optional<LockHolder> findHolder() throws IOException;

  /** Gives it back. */
  void release() throws IOException;
}
