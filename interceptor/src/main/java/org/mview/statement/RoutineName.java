package org.mview.statement;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The name of something in a package.
 *
 * @param packageName the package's first name, in upper case
 * @param procedure in upper case
 */
record RoutineName(String packageName, String procedure) {

  /** {@code [SYS.]package.name}; empty, and the cursor where it was, if there is none. */
  static Optional<RoutineName> accept(Cursor cursor) {
    int place = cursor.place();
    Optional<RoutineName> name =
        Names.acceptQualifiedName(cursor).filter(RoutineName::isInPackage).map(RoutineName::of);
    if (name.isEmpty()) {
      cursor.backTo(place);
    }
    return name;
  }

  /** Whether a package is named, and no schema but that of the packages. */
  private static boolean isInPackage(QualifiedName name) {
    List<Name> qualifiers = name.qualifiers();
    return qualifiers.size() == 1
        || (qualifiers.size() == 2 && qualifiers.get(0).text().equalsIgnoreCase("SYS"));
  }

  private static RoutineName of(QualifiedName name) {
    String packageName = name.qualifiers().get(name.qualifiers().size() - 1).text();
    String procedure = name.name().text().toUpperCase(Locale.ROOT);
    return new RoutineName(Signatures.firstName(packageName), procedure);
  }

  /** The same, if the routine is one of ours. */
  static Optional<RoutineName> acceptOurs(Cursor cursor) {
    int place = cursor.place();
    Optional<RoutineName> name = accept(cursor).filter(Signatures::isOurs);
    if (name.isEmpty()) {
      cursor.backTo(place);
    }
    return name;
  }

  static boolean isOursNext(Cursor cursor) {
    int place = cursor.place();
    boolean ours = acceptOurs(cursor).isPresent();
    cursor.backTo(place);
    return ours;
  }

  String fullName() {
    return packageName + "." + procedure;
  }

  @Override
  public String toString() {
    return fullName();
  }
}
