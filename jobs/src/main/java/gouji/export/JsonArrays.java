package gouji.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Arrays of JSON, as several formats write them. */
final class JsonArrays {
  private JsonArrays() {}

  /** Writes a field with a list of texts. */
  static void texts(JsonGenerator json, String name, Iterable<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
