package gouji.testkit.bench;

import java.util.Locale;

/** Documents, requests for information, and disputes about them. */
enum CaseRecords implements Records {
  DISCLOSURES(
      "unit_id,disclosure_id,title,article20_item,doc_kind,doc_no,issued_on,published_on,abolished_on,channel,"),
  REQUESTS("unit_id,request_id,applicant_kind,received_on,due_on,closed_on,outcome,"),
  DISPUTES("unit_id,case_id,kind,filed_on,closed_on,outcome,");

  private static final byte[] MARTIAN = Lines.utf8("martian");
  private static final byte[] DASH = Lines.utf8("-");
  private static final byte[] TITLE = Lines.utf8("\"关于印发管理办法,\n第");
  private static final byte[] TITLE_END = Lines.utf8("号的\"\"通知\"\"\"");
  private static final byte[][] DOCUMENTS =
      Lines.utf8("other", "other", "other", "other", "normative", "normative", "regulation");
  private static final byte[][] CHANNELS =
      Lines.utf8("portal", "gazette", "wechat", "weibo", "other", "");
  private static final byte[][] APPLICANTS =
      Lines.utf8("natural", "natural", "enterprise", "research", "ngo", "legal_service", "other");
  private static final byte[][] ANSWERS =
      Lines.utf8(
          "open",
          "open",
          "partial",
          "refuse_state_secret",
          "refuse_law_forbids",
          "refuse_security",
          "refuse_third_party",
          "refuse_internal",
          "refuse_process",
          "refuse_enforcement_file",
          "refuse_admin_query",
          "unable_not_held",
          "unable_needs_creation",
          "unable_unclear",
          "decline_petition",
          "decline_repeat",
          "decline_publication",
          "decline_massive",
          "decline_confirm",
          "other_no_correction",
          "other_fee_unpaid",
          "other");
  private static final byte[][] CASES =
      Lines.utf8("reconsideration", "litigation_direct", "litigation_after");
  private static final byte[][] RULINGS = Lines.utf8("upheld", "corrected", "other");

  private final String columns;

  CaseRecords(String columns) {
    this.columns = columns;
  }

  @Override
  public String dataSet() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String header() {
    return columns + "submitted_at,withdrawn";
  }

  @Override
  public void line(Lines out, At at) {
    Draw content = at.content();
    int slip = at.slip(content);
    out.add(at.unit().code()).next();
    if (slip != 3) {
      out.add(at.year(), 4).add(DASH).add(at.ordinal(), 6);
    }
    out.next();
    if (slip == 4) {
      out.end();
      return;
    }
    switch (this) {
      case DISCLOSURES -> document(out, at, content, slip);
      case REQUESTS -> request(out, at, content, slip);
      case DISPUTES -> dispute(out, at, content, slip);
    }
    at.filed(out, content, slip);
  }

  private static void document(Lines out, At at, Draw content, int slip) {
    out.add(TITLE).add(at.ordinal(), 1).add(TITLE_END).next();
    out.add(1L + content.below(16), 1).next();
    out.add(slip == 6 ? MARTIAN : content.pick(DOCUMENTS)).next().next();
    int issued = 1 + content.below(365);
    out.add(slip == 1 || slip == 2 ? NO_DAY : Records.day(at.year(), issued)).next();
    if (!content.oneIn(10)) {
      out.add(Records.day(at.year(), issued + content.below(20)));
    }
    out.next();
    if (content.oneIn(12)) {
      out.add(Records.day(at.year(), issued + content.below(1_000)));
    }
    out.next().add(content.pick(CHANNELS)).next();
  }

  private static void request(Lines out, At at, Draw content, int slip) {
    out.add(slip == 6 ? MARTIAN : content.pick(APPLICANTS)).next();
    int received = 1 + content.below(365);
    out.add(slip == 1 ? NO_DAY : Records.day(at.year(), received)).next();
    if (!content.oneIn(10)) {
      // Before the day of receipt, where it is a slip.
      out.add(Records.day(at.year(), slip == 2 ? received - 1 : received + 20));
    }
    out.next();
    closed(out, at, content, received, ANSWERS);
  }

  private static void dispute(Lines out, At at, Draw content, int slip) {
    out.add(slip == 6 ? MARTIAN : content.pick(CASES)).next();
    int filed = 1 + content.below(365);
    out.add(slip == 1 || slip == 2 ? NO_DAY : Records.day(at.year(), filed)).next();
    closed(out, at, content, filed, RULINGS);
  }

  private static void closed(Lines out, At at, Draw content, int from, byte[][] outcomes) {
    boolean closed = !content.oneIn(7);
    out.add(closed ? Records.day(at.year(), from + content.below(40)) : new byte[0]).next();
    out.add(closed ? content.pick(outcomes) : new byte[0]).next();
  }
}
