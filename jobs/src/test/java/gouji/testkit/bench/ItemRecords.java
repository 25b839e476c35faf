package gouji.testkit.bench;

/** Service items; of eight rows the last is a later version of the item before it. */
final class ItemRecords implements Records {
  private static final int BLOCK = 8;
  private static final byte[] NAME = Lines.utf8("事项");
  private static final byte[] ITEM = Lines.utf8("SX-");
  private static final byte[] MARTIAN = Lines.utf8("martian");
  private static final byte[] BELOW = Lines.utf8("-1");
  private static final byte[] QUALIFIED = Lines.utf8("资质");
  private static final byte[] INTERMEDIARY = Lines.utf8("intermediary");
  private static final byte[][] TYPES =
      Lines.utf8(
          "licence",
          "licence",
          "licence",
          "penalty",
          "penalty",
          "enforcement",
          "levy",
          "payment",
          "inspection",
          "confirmation",
          "reward",
          "adjudication",
          "other_power",
          "public_service",
          "fee");

  private final int years;

  ItemRecords(int years) {
    this.years = years;
  }

  @Override
  public String dataSet() {
    return "service_items";
  }

  @Override
  public String header() {
    return "unit_id,item_code,name,item_type,approval,on_request,other_service,onboarded,onboarded_on,visits,"
               + "qualification,valid_from,valid_to,submitted_at,withdrawn";
  }

  private static boolean isLater(long ordinal) {
    return ordinal % BLOCK == BLOCK - 1;
  }

  @Override
  public long head(long ordinal) {
    return isLater(ordinal) ? ordinal - 1 : ordinal;
  }

  @Override
  public void line(Lines out, At at) {
    Draw content = at.content();
    int slip = at.slip(content);
    out.add(at.unit().code()).next();
    if (slip != 3) {
      out.add(ITEM).add(head(at.ordinal()), 6);
    }
    out.next().add(NAME).add(head(at.ordinal()), 1).next();
    if (slip == 4) {
      out.end();
      return;
    }
    boolean intermediary = content.oneIn(25);
    byte[] type = intermediary ? INTERMEDIARY : content.pick(TYPES);
    out.add(slip == 6 ? MARTIAN : type).next();
    flags(out, content);
    // The day is part of the key: no revision may change it.
    int from = from(at);
    onboarded(out, content, from);
    out.add(slip == 2 ? BELOW : visits(content)).next();
    if (intermediary && !content.oneIn(10)) {
      out.add(QUALIFIED).add(content.below(60), 1);
    }
    out.next().add(slip == 1 ? NO_DAY : DAYS[from]).next();
    if (content.oneIn(12)) {
      out.add(DAYS[from + content.below(365 * years)]);
    }
    at.filed(out.next(), content, slip);
  }

  private int from(At at) {
    Draw fixed = at.fixed();
    boolean first = !isLater(at.ordinal()) && (isLater(at.ordinal() + 1) || !fixed.oneIn(4));
    return first
        ? Records.number(2010, 1 + fixed.below(3_000))
        : Records.number(Province.FIRST_YEAR, 1 + fixed.below(365 * years));
  }

  private static void flags(Lines out, Draw content) {
    for (int i = 0; i < 3; i++) {
      int drawn = content.below(20);
      out.add(drawn == 0 ? TRUE : drawn == 1 ? FALSE : new byte[0]).next();
    }
  }

  private static void onboarded(Lines out, Draw content, int from) {
    int drawn = content.below(10);
    out.add(drawn < 6 ? TRUE : drawn == 6 ? FALSE : new byte[0]).next();
    if (drawn < 4 || drawn == 7) {
      out.add(DAYS[from + content.below(1_500)]);
    }
    out.next();
  }

  private static byte[] visits(Draw content) {
    int drawn = content.below(6);
    return drawn < 4 ? new byte[] {(byte) ('0' + drawn)} : new byte[0];
  }
}
