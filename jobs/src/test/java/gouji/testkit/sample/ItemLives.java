package gouji.testkit.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** From when to when the items of one kind are valid, so that each year ends with their number. */
final class ItemLives {
  /** One item: its place among those of its kind, its first day, the first day after its last. */
  record Life(int ordinal, LocalDate from, LocalDate to) {}

  private final Dice dice;
  private final List<Life> lives = new ArrayList<>();
  private final List<Integer> valid = new ArrayList<>();

  private ItemLives(Dice dice) {
    this.dice = dice;
  }

  static List<Life> of(ItemKind kind, Dice dice) {
    ItemLives items = new ItemLives(dice);
    for (int i = 0; i < kind.atEnd().get(0); i++) {
      items.begin(dice.day(LocalDate.of(2015, 1, 1), LocalDate.of(2018, 12, 31)));
    }
    for (int y = 1; y < kind.atEnd().size(); y++) {
      items.pass(2018 + y, kind.atEnd().get(y));
    }
    return items.lives;
  }

  /** One year: a few items end, others begin, the first of each on the edges of the year. */
  private void pass(int year, int atEnd) {
    LocalDate first = LocalDate.of(year, 1, 1);
    LocalDate last = LocalDate.of(year, 12, 31);
    int before = valid.size();
    int ending = Math.max(before - atEnd, 0) + Math.min(before / 20, 17);
    for (int i = 0; i < ending; i++) {
      end(i == 0 ? last : i == 1 ? first : dice.day(first, last));
    }
    int beginning = atEnd - valid.size();
    for (int i = 0; i < beginning; i++) {
      begin(i == 0 ? last : i == 1 ? first : dice.day(first, last));
    }
  }

  private void end(LocalDate to) {
    int ordinal = valid.remove(dice.below(valid.size()));
    lives.set(ordinal, new Life(ordinal, lives.get(ordinal).from(), to));
  }

  private void begin(LocalDate day) {
    valid.add(lives.size());
    lives.add(new Life(lives.size(), day, null));
  }
}
