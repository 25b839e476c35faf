package gouji.contract;

/** A place in a file; line and column are counted from 1. */
record Place(String file, int line, int column) {
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
