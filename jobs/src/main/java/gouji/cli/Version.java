package gouji.cli;

import picocli.CommandLine.IVersionProvider;

/** The program's version, as its jar says. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"gouji " + of()};
  }

  /** The version alone. */
  static String of() {
    String version = Gouji.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
