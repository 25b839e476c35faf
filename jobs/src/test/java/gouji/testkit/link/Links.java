package gouji.testkit.link;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Looks up on a class path all that the classes of a jar name of others: classes, fields and
 * methods, these by their exact types. What is not there would fail when it is first called, which
 * may be long after the start. Called by scripts/check-spark35.
 */
public final class Links {
  private final ClassLoader path;

  private Links(ClassLoader path) {
    this.path = path;
  }

  /**
   * Prints what is missing, a line each, and ends with 1 when there is some.
   *
   * @param arguments the jar, the folder of libraries, and classes that may be missing, as in
   *     {@code java/lang/String}
   */
  public static void main(String[] arguments) throws IOException {
    Path jar = Path.of(arguments[0]);
    Set<String> optional = Set.copyOf(Arrays.asList(arguments).subList(2, arguments.length));
    List<URL> urls = new ArrayList<>(List.of(jar.toUri().toURL()));
    for (Path library : files(Path.of(arguments[1]), ".jar")) {
      urls.add(library.toUri().toURL());
    }
    Set<String> missing = new TreeSet<>();
    try (URLClassLoader path =
            new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        FileSystem inside = FileSystems.newFileSystem(jar)) {
      Links links = new Links(path);
      for (Path file : files(inside.getPath("/"), ".class")) {
        links
            .missing(Constants.of(file))
            .filter(what -> !optional.contains(what.split(" ", 2)[0]))
            .forEach(what -> missing.add(what + ", named by " + file));
      }
    }
    missing.forEach(System.out::println);
    System.exit(missing.isEmpty() ? 0 : 1);
  }

  /** The files of a folder and all below it with names that end so, sorted. */
  private static List<Path> files(Path folder, String end) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(f -> f.toString().endsWith(end)).sorted().toList();
    }
  }

  private Stream<String> missing(Constants constants) {
    return Stream.concat(
        constants.classes().filter(name -> find(name) == null),
        constants.members().stream()
            .filter(member -> !links(member))
            .map(m -> m.owner() + " " + m.name() + " " + m.type()));
  }

  private boolean links(Constants.Member member) {
    try {
      return has(member);
    } catch (NoClassDefFoundError e) {
      // Something that its class names is missing itself, which another member may do without.
      return resolves(member);
    }
  }

  /** Whether a public method of a class or interface links by itself. */
  private boolean resolves(Constants.Member member) {
    Class<?> owner = find(member.owner());
    if (owner == null || member.kind() == Constants.Member.Kind.FIELD) {
      return false;
    }
    try {
      MethodType type = MethodType.fromMethodDescriptorString(member.type(), path);
      MethodHandles.publicLookup().findVirtual(owner, member.name(), type);
      return true;
    } catch (ReflectiveOperationException | TypeNotPresentException | NoClassDefFoundError e) {
      return false;
    }
  }

  private boolean has(Constants.Member member) {
    Class<?> owner = find(member.owner());
    if (owner == null) {
      return false;
    }
    return switch (member.kind()) {
      case FIELD -> has(owner, member);
      // A class that became an interface, or the other way round, does not link either.
      case METHOD -> !owner.isInterface() && has(owner, member);
      case INTERFACE_METHOD ->
          owner.isInterface() && (has(owner, member) || has(Object.class, member));
    };
  }

  private static boolean has(Class<?> owner, Constants.Member member) {
    return owner != null
        && (declares(owner, member)
            || has(owner.getSuperclass(), member)
            || Arrays.stream(owner.getInterfaces()).anyMatch(i -> has(i, member)));
  }

  private static boolean declares(Class<?> owner, Constants.Member member) {
    // Handles take any arguments: their one declaration says nothing of the types of a call.
    if (owner.getName().startsWith("java.lang.invoke.")) {
      return true;
    }
    if (member.kind() == Constants.Member.Kind.FIELD) {
      return Arrays.stream(owner.getDeclaredFields()).anyMatch(f -> is(f, member));
    }
    Executable[] declared =
        member.name().equals("<init>")
            ? owner.getDeclaredConstructors()
            : owner.getDeclaredMethods();
    return Arrays.stream(declared).anyMatch(e -> is(e, member));
  }

  private static boolean is(Field field, Constants.Member member) {
    return field.getName().equals(member.name())
        && field.getType().descriptorString().equals(member.type());
  }

  private static boolean is(Executable declared, Constants.Member member) {
    String name = declared instanceof Constructor ? "<init>" : declared.getName();
    Class<?> gives = declared instanceof Method method ? method.getReturnType() : void.class;
    return name.equals(member.name())
        && MethodType.methodType(gives, declared.getParameterTypes())
            .descriptorString()
            .equals(member.type());
  }

  private Class<?> find(String name) {
    try {
      return Class.forName(name.replace('/', '.'), false, path);
    } catch (ClassNotFoundException | NoClassDefFoundError e) {
      return null;
    }
  }
}
