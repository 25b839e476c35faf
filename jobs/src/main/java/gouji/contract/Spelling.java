package gouji.contract;

import java.io.Serializable;
import java.util.List;

/**
 * Another way of writing Chinese, read as the one in which labels and patterns are declared.
 *
 * @param id the id
 * @param title Chinese name
 * @param from characters that are read as others
 * @param to what each of them is read as, in the same order
 * @param words words that are read as others, in a text that holds one of the characters
 */
public record Spelling(
    @Required String id,
    @Required String title,
    @Required String from,
    @Required String to,
    List<Word> words)
    implements Serializable {

  /** Copies the list and refuses characters without what they are read as. */
  public Spelling {
    words = Lists.copy(words);
    if (from.length() != to.length()) {
      throw new IllegalArgumentException(
          "from has %d characters and to has %d; give each character what it is read as"
              .formatted(from.length(), to.length()));
    }
  }

  /**
   * A word of that spelling.
   *
   * @param from the word, in characters of {@code to}
   * @param to the word that it stands for
   */
  public record Word(@Required String from, @Required String to) implements Serializable {}
}
