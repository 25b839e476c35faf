package gouji.contract;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * One input data set: its columns, its key and the rules that every row keeps.
 *
 * @param name the name, also of the input sub-folder and of the Delta table
 * @param title Chinese name
 * @param titleEn English name
 * @param description what one record is; the article that rules it, where one does
 * @param fields columns in the order of the contract
 * @param primaryKey names of the key columns; always begins with {@code unit_id}
 * @param missingValues texts that stand for nothing; the empty text always does
 * @param version column that tells the versions of one thing apart (last of the key), or null
 * @param party how the parties of one decision are told apart, or null
 * @param events date or year columns that place a record in report years (coverage, default years)
 * @param rowRules rules over the values of one row
 */
public record DataSet(
    @Required String name,
    @Required String title,
    @Required String titleEn,
    @Required String description,
    @Required List<Field> fields,
    @Required List<String> primaryKey,
    @EmptyAllowed List<String> missingValues,
    String version,
    Party party,
    List<String> events,
    List<RowRule> rowRules)
    implements Serializable {

  /** Derived column of versioned data sets: the first day on which this version is not valid. */
  public static final String ENDS_ON = "ends_on";

  /**
   * Derived column of every data set, BOOLEAN: no other row in force belongs to the same thing,
   * such as another party of a decision or another version of an item.
   */
  public static final String ALONE = "alone";

  /** Copies the lists; absent ones are empty. */
  public DataSet {
    fields = Lists.copy(fields);
    primaryKey = Lists.copy(primaryKey);
    missingValues = missingValues == null ? List.of("") : List.copyOf(missingValues);
    events = Lists.copy(events);
    rowRules = Lists.copy(rowRules);
  }

  /** The columns that tell one thing from another: the key without the party and the version. */
  public List<String> entityKey() {
    return primaryKey.stream()
        .filter(c -> !c.equals(version) && (party == null || !c.equals(party.sequence())))
        .toList();
  }

  /** The column of that name. */
  public Optional<Field> findField(String name) {
    return fields.stream().filter(f -> f.name().equals(name)).findFirst();
  }

  /** The column of that name, which the checks of the declarations have found there. */
  public Field field(String name) {
    return findField(name)
        .orElseThrow(() -> new IllegalArgumentException(this.name + " has no column " + name));
  }

  /**
   * How the parties of a decision are told apart: by {@code sequence}, when missing by the first of
   * {@code otherwise} that is there, when all are missing it is party 1.
   */
  public record Party(@Required String sequence, List<String> otherwise) implements Serializable {
    /** Copies the list. */
    public Party {
      otherwise = Lists.copy(otherwise);
    }
  }
}
