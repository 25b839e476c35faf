package gouji.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gouji.store.Needed.Why;
import io.delta.kernel.internal.actions.DeletionVectorDescriptor;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;

/**
 * The files that versions of one Delta table are made of: data, deletion vectors and change feed,
 * as the commits of its log tell from the first one on.
 */
final class VersionFiles {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Share of deleted rows from which on Delta writes a file again when it tidies up. */
  private static final double MOST_DELETED = 0.05;

  private final Path table;
  private final Needed needed;
  private final TreeMap<Long, Why> versions;
  private final Map<String, Live> live = new HashMap<>();
  private final Set<String> kept = new HashSet<>();
  private final Map<String, String> properties = new HashMap<>();

  private VersionFiles(Path table, Needed needed) {
    this.table = table;
    this.needed = needed;
    versions = new TreeMap<>(needed.versions());
  }

  /**
   * A data file of the version at hand.
   *
   * @param path relative to the table's folder; null for one outside of it
   * @param vector path of its deletion vector, likewise; null for none
   * @param since version that it came with
   * @param bytes its size
   * @param isWorn whether so many of its rows are deleted that it should be written again
   */
  record Live(String path, String vector, long since, long bytes, boolean isWorn) {}

  /**
   * What the versions up to one are made of, which counts as the newest one.
   *
   * @param last that version; -1 for a table without any
   * @return empty where the log does not go back to its first commit
   */
  static Optional<VersionFiles> upTo(long last, CommitLog log, Needed needed) {
    if (!log.isWhole()) {
      return Optional.empty();
    }
    VersionFiles files = new VersionFiles(log.table(), needed);
    for (long version = 0; version <= last; version++) {
      files.take(version, log.actions(version));
    }
    files.live.values().forEach(files::keep);
    files.versions.tailMap(last, false).clear();
    if (last >= 0) {
      files.versions.put(last, Why.NEWEST);
    }
    return Optional.of(files);
  }

  /** Paths of all files that are needed, relative to the table's folder. */
  Set<String> kept() {
    return Collections.unmodifiableSet(kept);
  }

  /** The versions that stay readable, each with why. */
  Map<Long, Why> versions() {
    return Collections.unmodifiableMap(versions);
  }

  /** The data files of the newest version. */
  Collection<Live> newest() {
    return Collections.unmodifiableCollection(live.values());
  }

  /** The table's properties at the newest version. */
  Map<String, String> properties() {
    return Collections.unmodifiableMap(properties);
  }

  private void take(long version, List<JsonNode> actions) {
    boolean isRecent = needed.since() != null && committedAt(actions).isAfter(needed.since());
    if (isRecent && version > 0) {
      versions.putIfAbsent(version - 1, Why.RECENT);
    }
    boolean isRead = needed.changesSince() != null && version > needed.changesSince();
    // A file that gets another deletion vector leaves and comes within one commit.
    for (JsonNode action : actions) {
      JsonNode remove = action.path("remove");
      if (remove.isObject()) {
        leave(live.remove(remove.path("path").asText()), version);
        keepChanged(remove, isRead);
      }
    }
    for (JsonNode action : actions) {
      JsonNode add = action.path("add");
      if (add.isObject()) {
        leave(live.put(add.path("path").asText(), live(add, version)), version);
        keepChanged(add, isRead);
      }
      if (action.has("cdc") && (isRead || isRecent)) {
        keep(relative(action.get("cdc").path("path").asText()));
      }
      if (action.has("metaData")) {
        properties.clear();
        action
            .get("metaData")
            .path("configuration")
            .properties()
            .forEach(p -> properties.put(p.getKey(), p.getValue().asText()));
      }
    }
  }

  /** When it was committed; a commit that does not tell counts as the youngest. */
  private static Instant committedAt(List<JsonNode> actions) {
    return actions.stream()
        .map(a -> a.path("commitInfo").path("timestamp"))
        .filter(JsonNode::isNumber)
        .map(t -> Instant.ofEpochMilli(t.asLong()))
        .findFirst()
        .orElse(Instant.MAX);
  }

  /** Keeps a file that leaves the table where a version that is needed has it. */
  private void leave(Live file, long version) {
    if (file != null) {
      Long first = versions.ceilingKey(file.since());
      if (first != null && first < version) {
        keep(file);
      }
    }
  }

  /** Keeps a file that came or went with rows that are read as changes. */
  private void keepChanged(JsonNode action, boolean isRead) {
    if (isRead && action.path("dataChange").asBoolean(true)) {
      keep(live(action, 0));
    }
  }

  private void keep(Live file) {
    keep(file.path());
    keep(file.vector());
  }

  private void keep(String path) {
    if (path != null) {
      kept.add(path);
    }
  }

  private Live live(JsonNode action, long version) {
    JsonNode vector = action.path("deletionVector");
    return new Live(
        relative(action.path("path").asText()),
        vector.isObject() ? vector(vector) : null,
        version,
        action.path("size").asLong(),
        vector.isObject() && isWorn(vector, action.path("stats").asText("")));
  }

  private static boolean isWorn(JsonNode vector, String stats) {
    try {
      JsonNode rows = MAPPER.readTree(stats).path("numRecords");
      return !rows.isNumber()
          || vector.path("cardinality").asDouble() > MOST_DELETED * rows.asDouble();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String vector(JsonNode vector) {
    String storage = vector.path("storageType").asText();
    if (storage.equals(DeletionVectorDescriptor.INLINE_DV_MARKER)) {
      return null;
    }
    String path =
        new DeletionVectorDescriptor(
                storage, vector.path("pathOrInlineDv").asText(), Optional.empty(), 0, 0)
            .getAbsolutePath(table.toString());
    return within(new Path(path), table);
  }

  /** The path of a file as the log writes it, relative to the table's folder; null for outside. */
  private String relative(String written) {
    Path path = new Path(URI.create(written));
    return path.isAbsolute() ? within(path, table) : path.toString();
  }

  /** The path relative to a folder above it; null where the folder is none. */
  static String within(Path path, Path folder) {
    String base = folder.toUri().getPath() + Path.SEPARATOR;
    String full = path.toUri().getPath();
    return full.startsWith(base) ? full.substring(base.length()) : null;
  }
}
