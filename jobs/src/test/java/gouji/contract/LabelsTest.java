package gouji.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelsTest {
  @Test
  void comparesWithoutRegardToCaseWidthAndSpace() {
    assertThat(Labels.normal("\u3000ＵＮＩＴ_ID（元） \uFEFF")).isEqualTo("unit_id(元)");
  }

  @Test
  void namesTheNearestKnownNameOnlyWhenItIsNear() {
    assertThat(Nearest.hint("recieved_on", List.of("received_on", "closed_on")))
        .isEqualTo(" Did you mean received_on?");
    assertThat(Nearest.hint("xyz", List.of("received_on"))).isEmpty();
  }
}
