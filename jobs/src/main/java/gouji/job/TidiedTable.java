package gouji.job;

import gouji.store.Needed;
import gouji.store.Needed.Why;
import gouji.store.Upkeep;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What came of one table.
 *
 * @param upkeep of the table
 * @param before its newest version at first
 * @param after its newest version now
 * @param isWritten whether there is a new version
 * @param unneeded the files that may go; null when that is not known
 */
record TidiedTable(
    Upkeep upkeep,
    Upkeep.Extent before,
    Upkeep.Extent after,
    boolean isWritten,
    Upkeep.Unneeded unneeded) {
  private static final Upkeep.Extent UNKNOWN = new Upkeep.Extent(0, 0);

  /** The table as it is. */
  static TidiedTable untouched(Upkeep upkeep) {
    Upkeep.Extent now = upkeep.extent().orElse(UNKNOWN);
    return new TidiedTable(upkeep, now, now, false, null);
  }

  /** Brings its small files together, where there are many. */
  static TidiedTable tidied(Upkeep upkeep) {
    Upkeep.Extent before = upkeep.extent().orElse(UNKNOWN);
    boolean isWritten = upkeep.settle();
    if (before.isUntidy()) {
      isWritten |= upkeep.compact();
    }
    Upkeep.Extent after = isWritten ? upkeep.extent().orElse(UNKNOWN) : before;
    return new TidiedTable(upkeep, before, after, isWritten, null);
  }

  /** The same with the files that may go where that is needed. */
  TidiedTable with(Needed needed) {
    return new TidiedTable(upkeep, before, after, isWritten, upkeep.unneeded(needed).orElse(null));
  }

  /** Whether anything is done, or has still to be. */
  boolean isChanged() {
    return isWritten || files() > 0;
  }

  /** How many files may go. */
  long files() {
    return unneeded == null ? 0 : unneeded.files().size();
  }

  /** How many bytes they have. */
  long bytes() {
    return unneeded == null ? 0 : unneeded.bytes();
  }

  /** Deletes the files that may go. */
  void delete() {
    if (unneeded != null) {
      upkeep.delete(unneeded);
    }
  }

  /** What is told of the table; empty when it is not there. */
  Optional<String> line() {
    if (unneeded == null || (unneeded.kept().isEmpty() && files() == 0)) {
      return Optional.empty();
    }
    String use =
        before.files() == after.files()
            ? "%d files in use".formatted(after.files())
            : "%d files in use instead of %d".formatted(after.files(), before.files());
    String untidy = after.isUntidy() ? ", %d of them small or worn".formatted(after.untidy()) : "";
    return Optional.of(
        "%s%s; %d no longer needed, %,d bytes; versions kept: %s"
            .formatted(use, untidy, files(), bytes(), kept()));
  }

  private String kept() {
    Map<Why, Long> byWhy =
        unneeded.kept().values().stream()
            .collect(
                Collectors.groupingBy(
                    w -> w, () -> new EnumMap<>(Why.class), Collectors.counting()));
    String each =
        byWhy.entrySet().stream()
            .map(one -> "%d %s".formatted(one.getValue(), words(one.getKey())))
            .collect(Collectors.joining(", "));
    long newest = unneeded.kept().keySet().stream().max(Comparator.naturalOrder()).orElse(-1L);
    return "%d of %d (%s)".formatted(unneeded.kept().size(), newest + 1, each);
  }

  private static String words(Why why) {
    return switch (why) {
      case NEWEST -> "newest";
      case REPORT -> "of reports";
      case FINDINGS -> "for new findings";
      case RECENT -> "recent";
    };
  }
}
