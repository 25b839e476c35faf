package gouji.export;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import gouji.report.Explained;
import gouji.report.Explained.Amount;
import gouji.report.Explained.Subject;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;

/** A figure and its records as one JSON object. */
public final class ExplainedJson {
  private static final JsonFactory JSON = new JsonFactory();

  /** Writes the object, UTF-8; the stream stays open. */
  public void write(Explained explained, OutputStream out) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
      json.writeStartObject();
      subject(json, explained.subject());
      amount(json, explained.subject(), explained.total());
      JsonArrays.texts(json, "notes", explained.notes());
      units(json, explained);
      json.writeArrayFieldStart("records");
      while (explained.lines().hasNext()) {
        line(json, explained.lines().next());
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void subject(JsonGenerator json, Subject subject) throws IOException {
    json.writeNumberField("year", subject.year());
    json.writeStringField("unit_id", subject.unitId());
    json.writeStringField("unit_name", subject.unitName());
    json.writeStringField("scope", subject.scope());
    if (subject.form() == null) {
      json.writeStringField("indicator", subject.name());
    } else {
      json.writeStringField("form", subject.form());
      json.writeStringField("cell", subject.name());
    }
    json.writeStringField("label", subject.label());
    json.writeStringField("measured_in", subject.measure());
  }

  private static void amount(JsonGenerator json, Subject subject, Amount amount)
      throws IOException {
    if (subject.is(Explained.Trait.RATE)) {
      number(json, "numerator", amount.numerator());
      number(json, "denominator", amount.denominator());
    }
    number(json, "value", amount.value());
    json.writeNumberField("lines", amount.lines());
  }

  private static void units(JsonGenerator json, Explained explained) throws IOException {
    json.writeArrayFieldStart("units");
    for (Explained.UnitPart unit : explained.units()) {
      json.writeStartObject();
      json.writeStringField("unit_id", unit.unitId());
      json.writeStringField("unit_name", unit.name());
      amount(json, explained.subject(), unit.part());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void line(JsonGenerator json, Explained.Line line) throws IOException {
    json.writeStartObject();
    if (line.side() != null) {
      json.writeStringField("side", line.side());
    }
    json.writeStringField("name", line.name());
    json.writeStringField("unit_id", line.unitId());
    json.writeStringField("data_set", line.dataSet());
    json.writeStringField("key", line.key());
    number(json, "amount", line.amount());
    json.writeStringField("file", line.file());
    json.writeNumberField("line", line.line());
    json.writeObjectFieldStart("values");
    for (Explained.Value value : line.values()) {
      json.writeStringField(value.column(), value.text());
    }
    json.writeEndObject();
    JsonArrays.texts(json, "further_rows", line.further());
    json.writeEndObject();
  }

  private static void number(JsonGenerator json, String name, BigDecimal number)
      throws IOException {
    json.writeFieldName(name);
    if (number == null) {
      json.writeNull();
    } else {
      json.writeNumber(number.toPlainString());
    }
  }
}
