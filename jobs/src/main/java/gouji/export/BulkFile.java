package gouji.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Rows as one file, UTF-8, a line each, in the order handed in. */
public final class BulkFile {
  private static final JsonFactory JSON = new JsonFactory();

  private final List<String> columns;

  /** Files with these columns. */
  public BulkFile(List<String> columns) {
    this.columns = List.copyOf(columns);
  }

  /** Writes a CSV file with a header; null is empty; numbers are plain decimals. */
  public long writeCsv(Iterator<List<Object>> rows, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.write(CsvLine.of(columns) + "\n");
    long count = 0;
    while (rows.hasNext()) {
      writer.write(CsvLine.of(texts(rows.next())));
      writer.write('\n');
      count++;
    }
    writer.flush();
    return count;
  }

  private static List<String> texts(List<Object> row) {
    List<String> texts = new ArrayList<>(row.size());
    for (Object value : row) {
      texts.add(value instanceof String text ? SpreadsheetText.harmless(text) : text(value));
    }
    return texts;
  }

  /** Writes one JSON object a line, with null where there is nothing. */
  public long writeJsonLines(Iterator<List<Object>> rows, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    long count = 0;
    while (rows.hasNext()) {
      // Each line ends on its own; the generator leaves the writer open.
      try (JsonGenerator json = JSON.createGenerator(writer)) {
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        object(json, rows.next());
      }
      writer.write('\n');
      count++;
    }
    writer.flush();
    return count;
  }

  private void object(JsonGenerator json, List<Object> row) throws IOException {
    json.writeStartObject();
    for (int i = 0; i < columns.size(); i++) {
      Object value = row.get(i);
      if (value instanceof Number) {
        json.writeFieldName(columns.get(i));
        json.writeNumber(text(value));
      } else if (value == null) {
        json.writeNullField(columns.get(i));
      } else if (value instanceof List<?> list) {
        json.writeArrayFieldStart(columns.get(i));
        for (Object one : list) {
          json.writeString(String.valueOf(one));
        }
        json.writeEndArray();
      } else {
        json.writeStringField(columns.get(i), value.toString());
      }
    }
    json.writeEndObject();
  }

  private static String text(Object value) {
    return value == null
        ? null
        : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }
}
