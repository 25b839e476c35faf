package gouji.check;

import gouji.contract.Assertions;
import gouji.contract.DeclarationReader;
import gouji.contract.Declarations;
import java.util.List;

/** The declarations that tests of this room share. */
final class Vectors {
  static final Declarations DECLARED = DeclarationReader.readAll(List.of());
  static final Assertions ASSERTIONS = new Assertions(DECLARED);

  private Vectors() {}
}
