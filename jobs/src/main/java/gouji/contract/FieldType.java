package gouji.contract;

/** The types of columns. */
public enum FieldType {
  /** Free text, trimmed. */
  STRING,
  /** A key or code: trimmed, NFKC, leading zeros kept. */
  CODE,
  /** Text kept exactly as written. */
  VERBATIM,
  /** A whole number. */
  INTEGER,
  /** A decimal number. */
  NUMBER,
  /** True or false. */
  BOOLEAN,
  /** A calendar day. */
  DATE,
  /** A day with a time, to the second. */
  DATETIME,
  /** A calendar year. */
  YEAR
}
