package gouji.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A value as written in a file, with the place where it begins. */
sealed interface Json {
  /** Where the value begins. */
  Place place();

  /** What it is, in words. */
  String words();

  /** Text in quotation marks. */
  record Text(Place place, String value) implements Json {
    @Override
    public String words() {
      return "the text \"" + value + '"';
    }
  }

  /** A number. */
  record Digits(Place place, BigDecimal value) implements Json {
    @Override
    public String words() {
      return "the number " + value;
    }
  }

  /** True or false. */
  record Truth(Place place, boolean value) implements Json {
    @Override
    public String words() {
      return Boolean.toString(value);
    }
  }

  /** The word null. */
  record Nothing(Place place) implements Json {
    @Override
    public String words() {
      return "null";
    }
  }

  /** Values in square brackets. */
  record Items(Place place, List<Json> values) implements Json {
    @Override
    public String words() {
      return "a list";
    }
  }

  /** Named values in curly brackets. */
  record Properties(Place place, Map<String, Property> values) implements Json {
    @Override
    public String words() {
      return "properties in curly brackets";
    }
  }

  /** A named value with the place of its name. */
  record Property(Place name, Json value) {}
}
