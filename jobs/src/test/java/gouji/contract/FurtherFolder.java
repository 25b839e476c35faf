package gouji.contract;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gouji.failure.Failure;
import gouji.failure.FailureCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;

/** A folder of further declarations and what reading it says. */
record FurtherFolder(Path path) {
  FurtherFolder with(String file, String text) {
    try {
      Files.createDirectories(path.resolve(file).getParent());
      Files.writeString(path.resolve(file), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Declarations read() {
    return DeclarationReader.readAll(List.of(path));
  }

  /** The lines of the failure, with the folder's own path left out. */
  List<String> mistakes() {
    Failure failure = catchThrowableOfType(Failure.class, this::read);
    Assertions.assertThat(failure).isNotNull();
    Assertions.assertThat(failure.code()).isEqualTo(FailureCode.BAD_DECLARATION);
    return failure.getMessage().replace(path + "/", "").lines().toList();
  }
}
