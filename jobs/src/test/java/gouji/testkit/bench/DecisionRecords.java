package gouji.testkit.bench;

import java.util.Locale;

/**
 * Licences, penalties and enforcements. Of 25 rows three are the parties of one decision; the
 * others are decisions on one party, told by its number.
 */
enum DecisionRecords implements Records {
  LICENCES,
  PENALTIES,
  ENFORCEMENTS;

  private static final int BLOCK = 25;
  private static final int FIRST_PARTY = 8;
  private static final int PARTIES = 3;
  private static final byte[] OPEN = Lines.utf8("〔");
  private static final byte[] CLOSE = Lines.utf8("〕");
  private static final byte[] NUMBER = Lines.utf8("号");
  private static final byte[] LICENCE = Lines.utf8("许决");
  private static final byte[] FINE = Lines.utf8("罚决");
  private static final byte[] FORCE = Lines.utf8("强决");
  private static final byte[] ITEM = Lines.utf8("SX");
  private static final byte[] COMPANY = Lines.utf8("91");
  private static final byte[] PERSON = Lines.utf8("3611");
  private static final byte[] QUOTE = Lines.utf8("\"");
  private static final byte[] BREAK = Lines.utf8("\n（\"\"分\"\"公司，");
  private static final byte[] NO_AMOUNT = Lines.utf8("12o.50");
  private static final byte[] TOO_FINE = Lines.utf8("10.005");
  private static final byte[][] KINDS =
      Lines.utf8("natural", "individual_business", "organization", "organization");
  private static final byte[][] FAMILY = Lines.utf8("赵", "钱", "孙", "李", "周", "吴", "郑", "王", "欧阳");
  private static final byte[][] GIVEN = Lines.utf8("伟", "芳", "娜", "敏", "静", "强", "磊", "洋", "秀英");
  private static final byte[][] PLACES = Lines.utf8("云岭", "青溪", "石门", "东塘", "白沙", "枫林");
  private static final byte[][] TRADES =
      Lines.utf8("建材有限公司", "餐饮管理有限公司", "物流有限责任公司", "农业发展有限公司", "药房连锁有限公司");
  private static final byte[][] PENALTY =
      Lines.utf8("fine", "warning", "fine;warning", "confiscation", "suspension");
  private static final byte[][] MEASURE = Lines.utf8("seal", "seize", "freeze", "demolish");

  @Override
  public String dataSet() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String header() {
    return "unit_id,decision_no,party_seq,item_code,party_kind,party_name,party_id,decided_on,revoked_on,"
        + switch (this) {
          case LICENCES -> "";
          case PENALTIES -> "penalty_kind,fine_yuan,confiscated_yuan,";
          case ENFORCEMENTS -> "measure_kind,";
        }
        + "submitted_at,withdrawn";
  }

  private byte[] word() {
    return switch (this) {
      case LICENCES -> LICENCE;
      case PENALTIES -> FINE;
      case ENFORCEMENTS -> FORCE;
    };
  }

  private static int party(long ordinal) {
    int party = (int) (ordinal % BLOCK) - FIRST_PARTY;
    return party >= 0 && party < PARTIES ? party : -1;
  }

  @Override
  public long head(long ordinal) {
    return ordinal - Math.max(0, party(ordinal));
  }

  @Override
  public void line(Lines out, At at) {
    Draw fixed = at.fixed();
    Draw content = at.content();
    int slip = at.slip(content);
    out.add(at.unit().code()).next();
    if (slip != 3) {
      out.add(word()).add(OPEN).add(at.year(), 4).add(CLOSE);
      out.add(head(at.ordinal()) + 1, 1).add(NUMBER);
    }
    out.next();
    if (party(at.ordinal()) >= 0) {
      out.add(party(at.ordinal()) + 1L, 1);
    }
    out.next().add(ITEM).add(content.below(200), 3).next();
    party(out, fixed);
    if (slip == 4) {
      out.end();
      return;
    }
    days(out, at, content, slip);
    content(out, content, slip);
    at.filed(out, content, slip);
  }

  private static void party(Lines out, Draw fixed) {
    int kind = fixed.below(KINDS.length);
    out.add(KINDS[kind]).next();
    if (kind < 2) {
      out.add(fixed.pick(FAMILY)).add(fixed.pick(GIVEN)).add(fixed.pick(GIVEN)).next();
      out.add(PERSON).add(fixed.below(100), 2).add(1950L + fixed.below(55), 4);
      out.add(1L + fixed.below(12), 2).add(1L + fixed.below(28), 2).add(fixed.below(10_000), 4);
    } else {
      boolean broken = fixed.oneIn(300);
      out.add(broken ? QUOTE : new byte[0]).add(fixed.pick(PLACES)).add(fixed.pick(TRADES));
      out.add(broken ? BREAK : new byte[0]).add(broken ? QUOTE : new byte[0]).next();
      out.add(COMPANY).add(fixed.below(100_000_000), 8).add(fixed.below(100_000_000), 8);
    }
    out.next();
  }

  private static void days(Lines out, At at, Draw content, int slip) {
    int day = 1 + content.below(365);
    boolean bad = slip == 1 || slip == 6;
    out.add(bad ? NO_DAY : Records.day(at.year(), day)).next();
    if (content.oneIn(40)) {
      out.add(Records.day(at.year(), day + content.below(300)));
    }
    out.next();
  }

  private void content(Lines out, Draw content, int slip) {
    if (this == PENALTIES) {
      int kind = content.below(PENALTY.length);
      out.add(PENALTY[kind]).next();
      if (slip == 2) {
        out.add(content.oneIn(2) ? NO_AMOUNT : TOO_FINE);
      } else if (kind == 0 || kind == 2) {
        out.add(50L * (1 + content.below(900)), 1).add(Lines.CENTS[content.below(100)]);
      }
      out.next();
      if (kind == 3) {
        out.add(1L + content.below(9_999), 1).add(Lines.CENTS[content.below(100)]);
      }
      out.next();
    } else if (this == ENFORCEMENTS) {
      out.add(content.pick(MEASURE)).next();
    }
  }
}
