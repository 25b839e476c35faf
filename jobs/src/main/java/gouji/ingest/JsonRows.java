package gouji.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/** One flat JSON object a line. */
final class JsonRows implements RawRows {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  /** Characters of a name, at most: newer parsers stop there by themselves, older ones do not. */
  private static final int NAME = 50_000;

  private final BufferedReader reader;
  private long line;

  /** The rows of a reader that begins with that line of its file. */
  JsonRows(Reader reader, long first) {
    this.reader = new BufferedReader(reader, 1 << 16);
    line = first - 1;
  }

  @Override
  public RawRow header() {
    return null;
  }

  @Override
  public RawRow next() throws IOException {
    for (String text = reader.readLine(); text != null; text = reader.readLine()) {
      line++;
      String json = line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
      if (!Texts.isEmpty(json)) {
        RawRow row = row(json);
        if (row.malformed() || row.cells().stream().anyMatch(c -> !Texts.isEmpty(c.text()))) {
          return row;
        }
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private RawRow row(String json) throws IOException {
    List<String> names = new ArrayList<>();
    List<RawCell> cells = new ArrayList<>();
    boolean flat;
    try (JsonParser parser = FACTORY.createParser(json)) {
      flat = flat(parser, names, cells);
    } catch (JsonProcessingException e) {
      flat = false;
    }
    return flat
        ? new RawRow(line, names, cells, false, json)
        : new RawRow(line, List.of(), List.of(), true, json);
  }

  private static boolean flat(JsonParser parser, List<String> names, List<RawCell> cells)
      throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return false;
    }
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_OBJECT; t = parser.nextToken()) {
      String name = parser.currentName();
      RawCell cell = cell(parser, parser.nextToken());
      if (cell == null || name.length() > NAME) {
        return false;
      }
      names.add(name);
      cells.add(cell);
    }
    return parser.nextToken() == null;
  }

  private static RawCell cell(JsonParser parser, JsonToken token) throws IOException {
    return switch (token) {
      case VALUE_STRING -> RawCell.text(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new RawCell(RawCell.Kind.NUMBER, parser.getText());
      case VALUE_TRUE, VALUE_FALSE -> new RawCell(RawCell.Kind.BOOLEAN, parser.getText());
      case VALUE_NULL -> RawCell.EMPTY;
      default -> null;
    };
  }
}
