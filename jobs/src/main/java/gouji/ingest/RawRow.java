package gouji.ingest;

import java.util.List;

/**
 * One record as a file holds it, before any meaning.
 *
 * @param line where it starts: physical line from 1 (CSV, JSON Lines), row number (xlsx), ordinal
 *     from 1 (Parquet)
 * @param names the column of each cell, for files without a header (JSON Lines); null otherwise
 * @param cells the cells in the order of the header or of names; empty when malformed is a JSON
 *     line that is no flat object
 * @param malformed whether the text breaks the file's grammar (stray or unclosed quote, JSON that
 *     is no flat object)
 * @param text the record's text without its line end, for {@code raw} of a malformed row
 */
public record RawRow(
    long line, List<String> names, List<RawCell> cells, boolean malformed, String text) {}
