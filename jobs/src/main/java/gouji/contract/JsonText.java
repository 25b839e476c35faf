package gouji.contract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of one file as JSON values that know their places. */
final class JsonText {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Pattern WORD = Pattern.compile("Unrecognized token '([^']*)'");

  private final String file;
  private final String text;
  private final Mistakes mistakes;

  JsonText(String file, String text, Mistakes mistakes) {
    this.file = file;
    this.text = text;
    this.mistakes = mistakes;
  }

  /** The value; empty, with a mistake noted, when the text is no JSON. */
  Optional<Json> findValue() {
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() == null) {
        mistakes.add(new Place(file, 1, 1), "the file is empty; write one declaration into it");
        return Optional.empty();
      }
      Json value = value(parser);
      if (parser.nextToken() != null) {
        mistakes.add(
            place(parser.currentTokenLocation()),
            "something follows the declaration; leave one declaration in the file");
      }
      return Optional.of(value);
    } catch (JsonProcessingException e) {
      mistakes.add(place(e.getLocation()), reason(e));
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Json value(JsonParser parser) throws IOException {
    Place place = place(parser.currentTokenLocation());
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> properties(parser, place);
      case START_ARRAY -> items(parser, place);
      case VALUE_STRING -> new Json.Text(place, parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Digits(place, parser.getDecimalValue());
      case VALUE_TRUE, VALUE_FALSE -> new Json.Truth(place, token == JsonToken.VALUE_TRUE);
      case VALUE_NULL -> new Json.Nothing(place);
      case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("a value cannot begin with " + token);
    };
  }

  private Json items(JsonParser parser, Place place) throws IOException {
    List<Json> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(value(parser));
    }
    return new Json.Items(place, values);
  }

  private Json properties(JsonParser parser, Place place) throws IOException {
    Map<String, Json.Property> values = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Place at = place(parser.currentTokenLocation());
      String name = parser.getText();
      parser.nextToken();
      if (values.putIfAbsent(name, new Json.Property(at, value(parser))) != null) {
        mistakes.add(at, "the property %s is given twice; keep one".formatted(name));
      }
    }
    return new Json.Properties(place, values);
  }

  private Place place(JsonLocation at) {
    return at == null
        ? new Place(file, 1, 1)
        : new Place(file, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
  }

  private String reason(JsonProcessingException e) {
    if (e instanceof JsonEOFException) {
      return "the file ends too early; a closing bracket or quotation mark is missing";
    }
    Matcher word = WORD.matcher(e.getOriginalMessage());
    if (word.find()) {
      return "%s is no value; write a number, true, false, or text in quotation marks"
          .formatted(word.group(1));
    }
    return "this is no JSON; look here for a missing or needless comma, bracket or quotation mark";
  }
}
