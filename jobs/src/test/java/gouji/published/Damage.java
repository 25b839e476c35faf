package gouji.published;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** What copying, converting and cutting do to a text. */
enum Damage {
  DROP {
    @Override
    void to(List<String> lines, Random random) {
      lines.remove(random.nextInt(lines.size()));
    }
  },
  DROP_MANY {
    @Override
    void to(List<String> lines, Random random) {
      int from = random.nextInt(lines.size());
      int to = Math.min(lines.size(), from + 2 + random.nextInt(30));
      lines.subList(from, to).clear();
    }
  },
  SPLIT {
    @Override
    void to(List<String> lines, Random random) {
      int at = random.nextInt(lines.size());
      String line = lines.get(at);
      if (line.length() > 1) {
        int cut = 1 + random.nextInt(line.length() - 1);
        lines.set(at, line.substring(0, cut));
        lines.add(at + 1, line.substring(cut));
      }
    }
  },
  JOIN {
    @Override
    void to(List<String> lines, Random random) {
      int at = random.nextInt(lines.size());
      if (at + 1 < lines.size()) {
        lines.set(at, lines.get(at) + (random.nextBoolean() ? " " : "") + lines.get(at + 1));
        lines.remove(at + 1);
      }
    }
  },
  BLANK {
    @Override
    void to(List<String> lines, Random random) {
      int at = random.nextInt(lines.size());
      List<int[]> numbers = new ArrayList<>();
      NUMBER
          .matcher(lines.get(at))
          .results()
          .forEach(m -> numbers.add(new int[] {m.start(), m.end()}));
      if (!numbers.isEmpty()) {
        int[] one = numbers.get(random.nextInt(numbers.size()));
        lines.set(at, lines.get(at).substring(0, one[0]) + lines.get(at).substring(one[1]));
      }
    }
  },
  EMPTY_LINE {
    @Override
    void to(List<String> lines, Random random) {
      lines.add(random.nextInt(lines.size()), "");
    }
  },
  PAGE_NUMBER {
    @Override
    void to(List<String> lines, Random random) {
      int number = 1 + random.nextInt(20);
      String[] forms = {"%d", "- %d -", "— %d —", "第 %d 页", "%d / 20"};
      lines.add(
          random.nextInt(lines.size()), forms[random.nextInt(forms.length)].formatted(number));
    }
  },
  SWAP {
    @Override
    void to(List<String> lines, Random random) {
      int at = random.nextInt(lines.size());
      // Nobody can tell that two lines of nothing but values have changed places.
      if (at + 1 < lines.size() && !(isOfValues(lines.get(at)) && isOfValues(lines.get(at + 1)))) {
        String one = lines.get(at);
        lines.set(at, lines.get(at + 1));
        lines.set(at + 1, one);
      }
    }
  },
  CUT {
    @Override
    void to(List<String> lines, Random random) {
      int at = random.nextInt(lines.size());
      lines.subList(at + 1, lines.size()).clear();
      lines.set(at, lines.get(at).substring(0, random.nextInt(lines.get(at).length() + 1)));
      if (random.nextBoolean()) {
        lines.add("[CUT: the stored text ends here]");
      }
    }
  },
  WIDE {
    @Override
    void to(List<String> lines, Random random) {
      lines.replaceAll(
          l ->
              l.chars()
                  .map(c -> c > ' ' && c < 0x7f && c != '|' ? c + 0xfee0 : c)
                  .collect(
                      StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                  .toString());
    }
  },
  TRADITIONAL {
    @Override
    void to(List<String> lines, Random random) {
      String from = "国务办执许处罚规开总数应项过对";
      String to = "國務辦執許處罰規開總數應項過對";
      lines.replaceAll(
          l ->
              l.chars()
                  .map(c -> from.indexOf(c) < 0 ? c : to.charAt(from.indexOf(c)))
                  .collect(
                      StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                  .toString());
    }
  };

  private static final Pattern NUMBER = Pattern.compile("(?<![\\d.])[+-]?\\d[\\d.]*(?![\\d.、])");
  private static final Pattern VALUES = Pattern.compile("[\\s|\\d+./—项件个万元-]*");

  private static boolean isOfValues(String line) {
    return VALUES.matcher(Normalizer.normalize(line, Normalizer.Form.NFKC)).matches();
  }

  /** Does one such thing somewhere. */
  abstract void to(List<String> lines, Random random);
}
