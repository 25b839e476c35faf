package gouji.export;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import gouji.report.AuditedReport;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an audit found as one JSON object; its schema is {@code schemas/meta/audit.schema.json}. */
public final class AuditJson implements AuditWriter {
  private static final JsonFactory JSON = new JsonFactory();

  private final JsonGenerator json;

  /** Writes to there, UTF-8. */
  public AuditJson(OutputStream out) throws IOException {
    json = JSON.createGenerator(out, JsonEncoding.UTF8);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.setPrettyPrinter(
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
    json.writeStartObject();
    json.writeArrayFieldStart("reports");
  }

  @Override
  public void add(AuditedReport report) throws IOException {
    report(json, report);
  }

  @Override
  public void end() throws IOException {
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
    json.close();
  }

  private static void report(JsonGenerator json, AuditedReport report) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", report.file());
    if (!report.isReport()) {
      json.writeStringField("reason", report.reason());
      json.writeEndObject();
      return;
    }
    json.writeStringField("form", report.form());
    json.writeBooleanField("form_by_year", report.isFormByYear());
    if (report.year() != null) {
      json.writeNumberField("year", report.year());
      json.writeStringField("year_from", report.yearFrom());
    }
    json.writeStringField("unit", report.unit());
    json.writeStringField("level", report.level());
    json.writeStringField("last_file", report.matched().last());
    json.writeStringField("parent_file", report.matched().above());
    JsonArrays.texts(json, "child_files", report.matched().below());
    tables(json, report.tables());
    cells(json, report.cells());
    statements(json, report.statements());
    verdicts(json, report.verdicts());
    findings(json, report.findings());
    json.writeEndObject();
  }

  private static void tables(JsonGenerator json, List<AuditedReport.Table> tables)
      throws IOException {
    json.writeArrayFieldStart("tables");
    for (AuditedReport.Table table : tables) {
      json.writeStartObject();
      json.writeStringField("table", table.id());
      json.writeStringField("extent", table.extent());
      json.writeNumberField("ambiguous", table.ambiguous());
      JsonArrays.texts(json, "missing", table.missing());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void cells(JsonGenerator json, List<AuditedReport.Cell> cells) throws IOException {
    json.writeArrayFieldStart("cells");
    for (AuditedReport.Cell cell : cells) {
      json.writeStartObject();
      json.writeStringField("cell", cell.address());
      json.writeStringField("state", cell.state());
      if (cell.value() != null) {
        json.writeFieldName("value");
        json.writeNumber(cell.value().toPlainString());
      }
      if (!cell.isAmbiguous()) {
        json.writeStringField("raw", cell.raw());
        json.writeStringField("place", cell.place());
        json.writeNumberField("line", cell.line());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void statements(JsonGenerator json, List<AuditedReport.Statement> statements)
      throws IOException {
    json.writeArrayFieldStart("statements");
    for (AuditedReport.Statement statement : statements) {
      json.writeStartObject();
      json.writeStringField("figure", statement.figure());
      json.writeFieldName("value");
      json.writeNumber(statement.value().toPlainString());
      json.writeStringField("sentence", statement.sentence());
      json.writeNumberField("line", statement.line());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void verdicts(JsonGenerator json, Map<String, Map<String, Integer>> verdicts)
      throws IOException {
    json.writeObjectFieldStart("verdicts");
    for (Map.Entry<String, Map<String, Integer>> rule : new TreeMap<>(verdicts).entrySet()) {
      json.writeObjectFieldStart(rule.getKey());
      for (Map.Entry<String, Integer> one : new TreeMap<>(rule.getValue()).entrySet()) {
        json.writeNumberField(one.getKey(), one.getValue());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void findings(JsonGenerator json, List<AuditedReport.Finding> findings)
      throws IOException {
    json.writeArrayFieldStart("findings");
    for (AuditedReport.Finding finding : findings) {
      json.writeStartObject();
      json.writeStringField("rule", finding.rule());
      json.writeStringField("severity", finding.severity());
      json.writeStringField("cell", finding.cell());
      JsonArrays.texts(json, "cells", finding.cells());
      json.writeStringField("left", finding.left());
      json.writeStringField("right", finding.right());
      json.writeStringField("difference", finding.difference());
      json.writeStringField("message", finding.message());
      json.writeStringField("culprit", finding.culprit());
      JsonArrays.texts(json, "hints", finding.hints());
      JsonArrays.texts(json, "evidence", finding.evidence());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
