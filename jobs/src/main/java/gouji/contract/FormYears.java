package gouji.contract;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The report years of forms: one form for a year. */
final class FormYears {
  private FormYears() {}

  /** The forms, each without a last year ended where the next one begins. */
  static Map<String, Form> ended(Map<String, Form> forms, Places places) {
    Map<String, Form> ended = new TreeMap<>();
    for (Form form : forms.values()) {
      OptionalInt next =
          forms.values().stream().mapToInt(Form::firstYear).filter(y -> y > form.firstYear()).min();
      if (form.lastYear() != null || next.isEmpty()) {
        ended.put(form.id(), form);
      } else {
        Form shorter = form.until(next.getAsInt() - 1);
        places.putLike(form, shorter);
        ended.put(form.id(), shorter);
      }
    }
    return Collections.unmodifiableMap(ended);
  }

  /** Notes every form that begins in a year of an earlier one. */
  static void check(Checked checked) {
    List<Form> forms =
        checked.declared().forms().values().stream()
            .sorted(Comparator.comparingInt(Form::firstYear).thenComparing(Form::id))
            .toList();
    for (int i = 0; i < forms.size(); i++) {
      for (Form later : forms.subList(i + 1, forms.size())) {
        Form earlier = forms.get(i);
        if (earlier.isFor(later.firstYear())) {
          checked.wrong(
              later,
              "firstYear",
              "form %s is also for the report year %d; let %s begin later, or end %s before it"
                  .formatted(earlier.id(), later.firstYear(), later.id(), earlier.id()));
        }
      }
    }
  }
}
