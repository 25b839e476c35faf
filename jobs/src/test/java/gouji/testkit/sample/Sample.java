package gouji.testkit.sample;

import java.nio.file.Path;

/** The records of a county for 2019 to 2021, whose figures of 2020 are those of a real report. */
public final class Sample {
  private Sample() {}

  /** Writes the folders {@code input} and {@code corrections} into the folder named first. */
  public static void main(String[] args) {
    if (args.length != 1) {
      throw new IllegalArgumentException("Name one folder, such as data/yiyang.");
    }
    write(Path.of(args[0]));
  }

  /** Writes the folders {@code input} and {@code corrections}; files of the same names go. */
  public static void write(Path folder) {
    SampleFolder input = new SampleFolder(folder.resolve("input"));
    Register.write(input);
    Disclosures.write(input);
    Decisions.write(input);
    ServiceItems.write(input);
    Requests.write(input);
    Disputes.write(input);
    Payments.write(input);
    Facts.write(input);
    Corrections.write(new SampleFolder(folder.resolve("corrections")));
  }
}
