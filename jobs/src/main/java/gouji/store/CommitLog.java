package gouji.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * The commits of one Delta table, as the files of its log tell them.
 *
 * @param table folder of the table
 */
record CommitLog(Path table, Configuration conf) {
  /** Folder below a table's that makes it one. */
  static final String FOLDER = "_delta_log";

  private static final int VERSION_DIGITS = 20;
  private static final String JSON = ".json";
  private static final String ABOUT = "commitInfo";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What changes files and settings of a table, but no row. */
  private static final Set<String> TIDYING =
      Set.of("OPTIMIZE", "VACUUM START", "VACUUM END", "SET TBLPROPERTIES");

  private static final String RESTORE = "RESTORE";

  /** The newest version; empty when there is none. */
  Optional<Long> findNewest() {
    return names().stream().filter(CommitLog::isCommit).map(CommitLog::version).max(Long::compare);
  }

  /** Whether every commit is there, from the first one on. */
  boolean isWhole() {
    List<String> names = names();
    long commits = names.stream().filter(CommitLog::isCommit).count();
    // What is left of a first commit that broke off is hidden.
    return commits == 0
        ? names.stream().allMatch(n -> n.startsWith("."))
        : commits == findNewest().orElseThrow() + 1;
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    try {
      for (FileStatus file : table.getFileSystem(conf).listStatus(new Path(table, FOLDER))) {
        names.add(file.getPath().getName());
      }
    } catch (FileNotFoundException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }

  private static boolean isCommit(String name) {
    return name.length() == VERSION_DIGITS + JSON.length() && name.endsWith(JSON);
  }

  private static long version(String name) {
    return Long.parseLong(name.substring(0, VERSION_DIGITS));
  }

  /** A note for a commit that names versions of tables. */
  static String note(Map<String, Long> versions) {
    ObjectNode note = MAPPER.createObjectNode();
    versions.forEach(note::put);
    return note.toString();
  }

  /** The versions that the note of a commit names; empty where it has no note. */
  Optional<Map<String, Long>> findNote(long version) {
    String note = commit(version).path("userMetadata").asText("");
    if (note.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Long> versions = new TreeMap<>();
    try {
      for (Map.Entry<String, JsonNode> one : MAPPER.readTree(note).properties()) {
        versions.put(one.getKey(), one.getValue().asLong());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.of(versions);
  }

  /**
   * The commit that gave the table the rows that it has at a version: commits that only tidied up
   * are passed over, and one that restored an earlier version leads to that.
   */
  long origin(long version) {
    JsonNode commit = commit(version);
    String operation = commit.path("operation").asText("");
    if (version > 0 && TIDYING.contains(operation)) {
      return origin(version - 1);
    }
    JsonNode restored = commit.path("operationParameters").path("version");
    return operation.equals(RESTORE) && restored.asLong(-1) >= 0
        ? origin(restored.asLong())
        : version;
  }

  /** What a commit tells of itself; nothing where its file is gone. */
  private JsonNode commit(long version) {
    return actions(version, true).stream()
        .findFirst()
        .map(a -> a.get(ABOUT))
        .orElseGet(MAPPER::missingNode);
  }

  /** What a commit did, action by action; nothing where its file is gone. */
  List<JsonNode> actions(long version) {
    return actions(version, false);
  }

  /**
   * What a commit did.
   *
   * @param isAbout whether only what it tells of itself is asked for, which may be the first line
   */
  private List<JsonNode> actions(long version, boolean isAbout) {
    List<JsonNode> actions = new ArrayList<>();
    String name = String.format(Locale.ROOT, "%0" + VERSION_DIGITS + "d", version) + JSON;
    Path file = new Path(new Path(table, FOLDER), name);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(table.getFileSystem(conf).open(file), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode action = MAPPER.readTree(line);
        if (isAbout && action.has(ABOUT)) {
          return List.of(action);
        }
        if (!isAbout) {
          actions.add(action);
        }
      }
    } catch (FileNotFoundException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return actions;
  }
}
