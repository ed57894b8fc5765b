package org.mview.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes up tables. */
final class RandomTables {
  private final Chance chance;
  private final Idiom idiom;
  private final List<Domain> domains;
  private final List<TableModel> made = new ArrayList<>();

  /**
   * Makes tables.
   *
   * @param big whether there are numbers of 19 digits; there may be no fractions then
   */
  RandomTables(Chance chance, Idiom idiom, boolean big) {
    this.chance = chance;
    this.idiom = idiom;
    this.domains = idiom.domains().columns().apply(chance, big);
  }

  List<TableModel> some() {
    int count = chance.between(1, 4);
    for (String name : idiom.names().tables(count, chance)) {
      made.add(table(name));
    }
    return List.copyOf(made);
  }

  private TableModel table(String name) {
    TableParts.Key key = chance.one(idiom.tableParts().keys());
    int keys = key == TableParts.Key.NONE ? 0 : key == TableParts.Key.COMPOSITE ? 2 : 1;
    List<ColumnModel> columns = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    List<List<ColumnModel>> unique = new ArrayList<>();
    List<String> names = idiom.names().columns(keys + chance.between(1, 4), chance);
    for (int i = 0; i < names.size(); i++) {
      column(names.get(i), i < keys, key, columns, parts, unique);
    }
    List<ColumnModel> keyColumns = List.copyOf(columns.subList(0, keys));
    if (keys > 0) {
      unique.add(keyColumns);
      if (key != TableParts.Key.NUMBERED) {
        parts.add("PRIMARY KEY (%s)".formatted(list(keyColumns)) + conflict());
      }
    }
    more(key, columns, parts, unique);
    String end = idiom.tableParts().end().of(chance, key);
    String create = "CREATE TABLE %s (%s)%s".formatted(name, String.join(", ", parts), end);
    return new TableModel(name, columns, keyColumns, unique, create);
  }

  private void column(
      String name,
      boolean key,
      TableParts.Key kind,
      List<ColumnModel> columns,
      List<String> parts,
      List<List<ColumnModel>> unique) {
    boolean numbered = key && kind == TableParts.Key.NUMBERED;
    Domain domain =
        key
            ? (numbered || chance.percent(70) ? idiom.domains().key() : idiom.domains().text())
            : domain();
    boolean required = key ? !(numbered && idiom.tableParts().numbersNull()) : chance.percent(15);
    Optional<String> collation = idiom.tableParts().ignoringCase();
    boolean ignoresCase =
        collation.isPresent() && domain.equals(idiom.domains().text()) && chance.percent(30);
    String type = numbered ? "INTEGER" : domain.type(chance);
    boolean exact = domain.isExact(type) && !ignoresCase;
    ColumnModel column =
        new ColumnModel(name, domain, required, false, ignoresCase || domain.ignoresCase(), exact);
    columns.add(column);
    if (numbered) {
      parts.add(name + " " + idiom.tableParts().numbered() + conflict());
      return;
    }
    String part = "%s %s".formatted(name, type).strip();
    part += required ? " NOT NULL" : "";
    part += ignoresCase ? " COLLATE " + collation.orElseThrow() : "";
    boolean large = idiom.tableParts().isLarge().test(domain);
    part += chance.percent(10) && !large ? " DEFAULT " + domain.literal(chance) : "";
    if (!key && chance.percent(8) && mayBeUnique(kind) && !large) {
      part += " UNIQUE" + conflict();
      unique.add(List.of(column));
    }
    String reference = key || !mayBeUnique(kind) ? "" : reference(column, type).orElse("");
    if (idiom.tableParts().foreignKeys().apart() && !reference.isEmpty()) {
      parts.add(part);
      parts.add("FOREIGN KEY (%s)%s".formatted(name, reference));
    } else {
      parts.add(part + reference);
    }
  }

  private boolean mayBeUnique(TableParts.Key kind) {
    return kind != TableParts.Key.NONE || !idiom.tableParts().uniqueNeedsKey();
  }

  private Domain domain() {
    return chance.one(domains);
  }

  private String conflict() {
    return idiom.tableParts().conflict().apply(chance);
  }

  /** A foreign key to a table that is there already, with all that it may do. */
  private Optional<String> reference(ColumnModel column, String type) {
    ForeignKeys keys = idiom.tableParts().foreignKeys();
    List<TableModel> parents =
        made.stream()
            .filter(
                t ->
                    t.singleKey().filter(k -> k.domain().equals(idiom.domains().key())).isPresent())
            .toList();
    boolean fits =
        keys.fits().test(column, type)
            && (column.domain().equals(idiom.domains().whole())
                || column.domain().equals(idiom.domains().key()));
    if (!fits || parents.isEmpty() || chance.percent(keys.missing())) {
      return Optional.empty();
    }
    return Optional.of(keys.reference(chance, chance.one(parents)));
  }

  private void more(
      TableParts.Key kind,
      List<ColumnModel> columns,
      List<String> parts,
      List<List<ColumnModel>> unique) {
    List<ColumnModel> numbers = columns.stream().filter(c -> c.domain().isNumber()).toList();
    // What AUTO_INCREMENT numbers takes no CHECK.
    boolean counts = kind == TableParts.Key.NUMBERED && idiom.tableParts().numbersNull();
    List<ColumnModel> given =
        numbers.stream().filter(c -> !counts || !c.equals(columns.get(0))).toList();
    if (!given.isEmpty() && chance.percent(10)) {
      parts.add("CHECK (%s <> 4)".formatted(chance.one(given).name()));
    }
    List<ColumnModel> small =
        columns.stream().filter(c -> !idiom.tableParts().isLarge().test(c.domain())).toList();
    if (small.size() > 2 && chance.percent(8) && mayBeUnique(kind)) {
      List<ColumnModel> together = chance.some(2, small);
      parts.add("UNIQUE (%s)".formatted(list(together)) + conflict());
      unique.add(together);
    }
    if (chance.percent(12) && parts.stream().noneMatch(part -> part.startsWith("FOREIGN KEY"))) {
      String computed = idiom.tableParts().generated().of(chance, "gen", columns, numbers);
      columns.add(new ColumnModel("gen", idiom.domains().whole(), false, true, false, true));
      parts.add(firstConstraint(parts), computed);
    }
  }

  /** Columns stand before constraints. */
  private static int firstConstraint(List<String> parts) {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).matches("(?s)(PRIMARY KEY|CHECK|UNIQUE|FOREIGN KEY) .*")) {
        return i;
      }
    }
    return parts.size();
  }

  static String list(List<ColumnModel> columns) {
    return columns.stream().map(ColumnModel::name).collect(Collectors.joining(", "));
  }
}
