package gouji.testkit.link;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The constant pool of a class file: all that the class names, of itself and of others, by tag
 * (JVMS 4.4). Whatever a compiler makes of the source, a name that is linked or told stands here.
 */
public final class Constants {
  private static final int UTF8 = 1;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;
  private static final int CLASS = 7;
  private static final int FIELD = 9;
  private static final int METHOD = 10;
  private static final int INTERFACE_METHOD = 11;

  private final int[] tags;

  /** A text, or the numbers of the entries that an entry is made of. */
  private final Object[] values;

  private Constants(int size) {
    tags = new int[size];
    values = new Object[size];
  }

  /** A field or method that is named: its class as written in class files, its name, its type. */
  public record Member(Kind kind, String owner, String name, String type) {
    /** How a class file names it. */
    public enum Kind {
      /** A field. */
      FIELD,
      /** A method of a class. */
      METHOD,
      /** A method of an interface. */
      INTERFACE_METHOD
    }
  }

  /** The constants of a class file. */
  public static Constants of(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return of(new DataInputStream(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Constants of(DataInputStream in) throws IOException {
    in.skipNBytes(8); // the mark of class files, and their version
    Constants constants = new Constants(in.readUnsignedShort());
    for (int i = 1; i < constants.tags.length; i++) {
      int tag = in.readUnsignedByte();
      constants.tags[i] = tag;
      constants.values[i] = value(tag, in);
      i += tag == LONG || tag == DOUBLE ? 1 : 0;
    }
    return constants;
  }

  private static Object value(int tag, DataInputStream in) throws IOException {
    return switch (tag) {
      case UTF8 -> in.readUTF();
      case CLASS, 8, 16, 19, 20 -> new int[] {in.readUnsignedShort()};
      case FIELD, METHOD, INTERFACE_METHOD, 12, 17, 18 ->
          new int[] {in.readUnsignedShort(), in.readUnsignedShort()};
      case 3, 4 -> in.readInt();
      case LONG, DOUBLE -> in.readLong();
      case 15 -> new int[] {in.readUnsignedByte(), in.readUnsignedShort()};
      default -> throw new IOException("constant of unknown kind " + tag);
    };
  }

  /** All texts: names, types, signatures, and the strings of the program. */
  public Stream<String> texts() {
    return IntStream.range(1, tags.length).filter(i -> tags[i] == UTF8).mapToObj(this::text);
  }

  /** The classes that are named, as in {@code java/lang/String}; arrays are left out. */
  public Stream<String> classes() {
    return IntStream.range(1, tags.length)
        .filter(i -> tags[i] == CLASS)
        .mapToObj(i -> text(part(i, 0)))
        .filter(name -> !name.startsWith("["));
  }

  /** The fields and methods that are named; those of arrays are left out. */
  public List<Member> members() {
    List<Member> members = new ArrayList<>();
    for (int i = 1; i < tags.length; i++) {
      if (tags[i] >= FIELD && tags[i] <= INTERFACE_METHOD) {
        String owner = text(part(part(i, 0), 0));
        int named = part(i, 1);
        if (!owner.startsWith("[")) {
          members.add(
              new Member(
                  Member.Kind.values()[tags[i] - FIELD],
                  owner,
                  text(part(named, 0)),
                  text(part(named, 1))));
        }
      }
    }
    return members;
  }

  private String text(int entry) {
    return (String) values[entry];
  }

  private int part(int entry, int at) {
    return ((int[]) values[entry])[at];
  }
}
