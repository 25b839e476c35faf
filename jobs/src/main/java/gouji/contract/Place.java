package gouji.contract;

/** A place in a file, line and column counted from 1; line 0 is the file or folder as a whole. */
record Place(String file, int line, int column) {
  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
