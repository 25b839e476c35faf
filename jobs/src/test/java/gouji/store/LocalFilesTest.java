package gouji.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both of Hadoop's interfaces to local files do as Hadoop's own do. */
class LocalFilesTest {
  private static final URI LOCAL = URI.create("file:///");

  @TempDir private Path folder;
  private FileSystem files;
  private FileContext context;

  @BeforeEach
  void open() throws IOException {
    Configuration conf = new Configuration();
    conf.set("fs.file.impl", LocalFiles.class.getName());
    conf.set("fs.AbstractFileSystem.file.impl", LocalFilesByUri.class.getName());
    files = FileSystem.newInstance(LOCAL, conf);
    context = FileContext.getFileContext(LOCAL, conf);
  }

  @Test
  void itIsOursThatIsTested() {
    assertThat(files).isInstanceOf(LocalFiles.class);
    assertThat(context.getDefaultFileSystem()).isInstanceOf(LocalFilesByUri.class);
  }

  @ParameterizedTest
  @CsvSource({"0600, rw-------", "0755, rwxr-xr-x", "0421, r---w---x", "0777, rwxrwxrwx"})
  void permissionsAreSet(String octal, String shown) throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "text");

    files.setPermission(path(file), new FsPermission(octal));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo(shown);
  }

  @Test
  void aStickyFolderIsLeftToHadoop() throws IOException {
    files.setPermission(path(folder), new FsPermission("1755"));

    assertThat((Integer) Files.getAttribute(folder, "unix:mode") & 07777).isEqualTo(01755);
  }

  @Test
  void aNewFileHasAChecksumThatIsHeldAgainstIt() throws IOException {
    write("a", "text");
    assertThat(folder.resolve(".a.crc")).exists();

    Files.writeString(folder.resolve("a"), "test");

    assertThatThrownBy(
            () -> {
              try (var in = files.open(path(folder.resolve("a")))) {
                in.readAllBytes();
              }
            })
        .isInstanceOf(ChecksumException.class);
  }

  @Test
  void aRenameReplacesOrRefusesAsAsked() throws IOException {
    write("a", "new");
    write("b", "old");

    assertThatThrownBy(() -> context.rename(path("a"), path("b")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("b");
    context.rename(path("a"), path("b"), Options.Rename.OVERWRITE);

    assertThat(folder.resolve("b")).hasContent("new");
    assertThat(folder.resolve("a")).doesNotExist();
  }

  @Test
  void aLinkIsFollowedAndWhatIsMissingIsSaid() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "text");
    Files.createSymbolicLink(folder.resolve("link"), file);

    assertThat(context.getFileLinkStatus(path("a")).getLen()).isEqualTo(4);
    assertThat(context.getFileStatus(path("link")).getLen()).isEqualTo(4);
    assertThatThrownBy(() -> context.getFileLinkStatus(path("none")))
        .isInstanceOf(FileNotFoundException.class);
  }

  private void write(String name, String text) throws IOException {
    try (var out = context.create(path(name), EnumSet.of(CreateFlag.CREATE))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private org.apache.hadoop.fs.Path path(String name) {
    return path(folder.resolve(name));
  }

  private static org.apache.hadoop.fs.Path path(Path file) {
    return new org.apache.hadoop.fs.Path(file.toUri());
  }
}
