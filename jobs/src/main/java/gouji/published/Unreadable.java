package gouji.published;

/**
 * Why a file is no report that could be read: the end of a sentence, in the words of both
 * languages.
 */
public enum Unreadable {
  /** Larger than any report is. */
  TOO_LARGE(
      "the file has more than %d MB, which no report has".formatted(ReportReader.MOST_BYTES >> 20),
      "文件超过 %d MB，年度报告不会这么大".formatted(ReportReader.MOST_BYTES >> 20)),
  /** It cannot be opened. */
  NOT_OPENED("the file cannot be read; look at its rights", "文件无法打开，请检查其权限"),
  /** No row of a form is in it. */
  NO_ROW("no row of a declared form was found in it", "其中没有找到任何报表格式的行"),
  /** A character set that is not known. */
  NO_TEXT(
      "it is neither UTF-8 nor GB18030 text. Save it as UTF-8",
      "文本既不是 UTF-8 也不是 GB18030 编码，请另存为 UTF-8"),
  /** A document of the old format, or one with a password. */
  OLD_WORD(
      "it is an old or encrypted Word document. Save it as .docx without a password",
      "是旧格式或加密的 Word 文档，请不设密码另存为 .docx"),
  /** A document that cannot be opened. */
  BROKEN_WORD("the Word document is broken. Open and save it anew", "Word 文档已损坏，请打开后重新保存"),
  /** A document that is packed too well. */
  LARGE_WORD(
      "the Word document unpacks to more than %d MB, which no report does"
          .formatted(DocxText.MOST_BYTES >> 20),
      "Word 文档解压后超过 %d MB，年度报告不会这么大".formatted(DocxText.MOST_BYTES >> 20)),
  /** Tables within tables of a document. */
  DEEP_WORD(
      "tables are nested deeper than %d".formatted(DocxText.DEEPEST),
      "表格嵌套超过 %d 层".formatted(DocxText.DEEPEST)),
  /** A page with very many tags. */
  LARGE_PAGE(
      "the page has more than %d tags, which no report has".formatted(HtmlText.MOST_TAGS),
      "网页标签超过 %d 个，年度报告不会这么多".formatted(HtmlText.MOST_TAGS)),
  /** Tables within tables of a page. */
  DEEP_PAGE(
      "tables are nested deeper than %d, which no report needs".formatted(HtmlText.DEEPEST_TABLE),
      "表格嵌套超过 %d 层，年度报告不需要这么多".formatted(HtmlText.DEEPEST_TABLE)),
  /** A PDF that forbids reading. */
  PROTECTED_PDF(
      "the PDF forbids that its text is read. Save it without protection", "PDF 禁止提取文字，请取消保护后另存"),
  /** A PDF with very many pages. */
  LARGE_PDF(
      "the PDF has more than %d pages, which no report has".formatted(PdfText.MOST_PAGES),
      "PDF 超过 %d 页，年度报告不会这么长".formatted(PdfText.MOST_PAGES)),
  /** A PDF of pictures. */
  PICTURES("the PDF holds pictures and no text. Have its text recognised", "PDF 中只有图片没有文字，请先做文字识别"),
  /** A PDF with a password. */
  ENCRYPTED_PDF("the PDF is encrypted. Save it without a password", "PDF 已加密，请取消密码后另存"),
  /** A PDF that cannot be opened. */
  BROKEN_PDF("the PDF is broken. Open and save it anew", "PDF 已损坏，请打开后重新保存");

  private final String english;
  private final String chinese;

  Unreadable(String english, String chinese) {
    this.english = english;
    this.chinese = chinese;
  }

  /** Why, in English. */
  public String english() {
    return english;
  }

  /** Why, in Chinese. */
  public String chinese() {
    return chinese;
  }
}
