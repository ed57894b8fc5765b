package org.mview.dialect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.mview.sql.Absent;
import org.mview.sql.Average;
import org.mview.sql.Binary;
import org.mview.sql.Column;
import org.mview.sql.Definition.ColumnDefinition;
import org.mview.sql.Definition.CreateIndex;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.Gained;
import org.mview.sql.Guarded;
import org.mview.sql.Identifier;
import org.mview.sql.IsTainted;
import org.mview.sql.KeyEqual;
import org.mview.sql.Qualified;
import org.mview.sql.QualifiedName;
import org.mview.sql.Query;
import org.mview.sql.Same;
import org.mview.sql.Statement;
import org.mview.sql.Subquery;
import org.mview.sql.Tainted;
import org.mview.sql.Type;

/**
 * Writes our statements as the text that a database reads; the only place where names are quoted.
 */
public final class SqlWriter {
  private final Dialect dialect;

  /** A writer for a database. */
  public SqlWriter(Dialect dialect) {
    this.dialect = dialect;
  }

  /** The text of a statement. */
  public String write(Statement statement) {
    if (statement instanceof Statement.Insert insert) {
      return insert(insert);
    } else if (statement instanceof Statement.DeleteAll delete) {
      return "DELETE FROM " + name(delete.from());
    } else if (statement instanceof Statement.AtOnce atOnce) {
      return dialect.clauses().atOnce().orElseThrow().render(atOnce, this);
    } else if (statement instanceof Statement.UpdateFrom update) {
      return dialect.clauses().updateFrom().render(update, this);
    } else if (statement instanceof Statement.DeleteJoined delete) {
      return dialect.clauses().deleteJoined().render(delete, this);
    }
    if (statement instanceof Statement.Verbatim verbatim) {
      return verbatim.sql();
    }
    Statement.DeleteCopies copies = (Statement.DeleteCopies) statement;
    return dialect.clauses().deleteCopies().render(copies, this);
  }

  private String insert(Statement.Insert insert) {
    String existing =
        insert.merge().map(merge -> called(insert.into(), merge.existing())).orElse("");
    String text =
        "INSERT INTO %s%s (%s) %s"
            .formatted(
                name(insert.into()), existing, names(insert.columns()), write(insert.query()));
    return insert
        .merge()
        .map(merge -> text + " " + dialect.clauses().upsert().render(merge, this))
        .orElse(text);
  }

  /** What stands behind the name of a table to call it otherwise; nothing where it is not. */
  public String called(QualifiedName table, Identifier name) {
    return name.equals(table.name()) ? "" : " AS " + name(name);
  }

  /** The text of a query. */
  public String write(Query query) {
    if (query instanceof Query.Union union) {
      return union.queries().stream().map(this::write).collect(Collectors.joining(" UNION ALL "));
    } else if (query instanceof Query.Verbatim verbatim) {
      return verbatim.sql();
    } else if (query instanceof Query.Repeated repeated) {
      return dialect.clauses().repeated().render(repeated, this);
    } else if (query instanceof Query.First first) {
      return dialect.clauses().first().render(first, this);
    } else if (query instanceof Query.Ordered ordered) {
      return write(ordered.query()) + " ORDER BY " + names(ordered.by());
    } else if (query instanceof Query.Gathered gathered) {
      return gathered(gathered);
    } else if (query instanceof Query.With with) {
      return with(with);
    } else if (query instanceof Query.CopiesLeft left) {
      return dialect.clauses().copiesLeft().orElseThrow().render(left, this);
    }
    return select((Query.Select) query);
  }

  private String with(Query.With with) {
    List<String> parts =
        with.parts().stream()
            .map(
                part ->
                    "%s (%s) AS (%s)"
                        .formatted(name(part.name()), names(part.columns()), write(part.rows())))
            .toList();
    StringBuilder text = new StringBuilder(parts.isEmpty() ? "" : "WITH " + list(parts) + " ");
    text.append(write(with.query()));
    String nothing = list(Collections.nCopies(with.columns().size(), "NULL"));
    with.named()
        .forEach(
            table ->
                text.append(
                    " UNION ALL SELECT %s FROM %s WHERE 1 = 0".formatted(nothing, name(table))));
    return text.toString();
  }

  /** What a part keeps, later parts find under its name. */
  private String gathered(Query.Gathered gathered) {
    String guard = name(Statement.AtOnce.GUARD);
    List<Identifier> columns = gathered.columns();
    List<String> with = new ArrayList<>();
    List<String> rows = new ArrayList<>();
    with.add(
        "%s (%s) AS (%s)"
            .formatted(
                guard, Statement.AtOnce.HOLDS_COLUMN, dialect.selecting(write(gathered.guard()))));
    rows.add(
        "SELECT 0 AS %s%s FROM %s WHERE %s"
            .formatted(
                name(Query.Gathered.PART),
                columns.stream()
                    .skip(1)
                    .map(column -> ", NULL AS " + name(column))
                    .collect(Collectors.joining()),
                guard,
                Statement.AtOnce.HOLDS_COLUMN));
    for (int i = 0; i < gathered.parts().size(); i++) {
      Query.Part part = gathered.parts().get(i);
      with.add(
          "%s (%s) AS (%s)"
              .formatted(name(part.name()), names(part.columns()), write(part.rows())));
      rows.add("SELECT %s%s FROM %s".formatted(i + 1, values(part, columns), name(part.name())));
    }
    String nothing = ", NULL".repeat(columns.size() - 1);
    for (QualifiedName table : gathered.named()) {
      rows.add("SELECT 0%s FROM %s WHERE 1 = 0".formatted(nothing, name(table)));
    }
    return "WITH %s %s".formatted(String.join(", ", with), String.join(" UNION ALL ", rows));
  }

  private String values(Query.Part part, List<Identifier> columns) {
    return columns.stream()
        .skip(1)
        .map(part.places()::indexOf)
        .map(place -> place < 0 ? ", NULL" : ", " + name(part.columns().get(place)))
        .collect(Collectors.joining());
  }

  private String select(Query.Select select) {
    List<String> text = new ArrayList<>();
    text.add("SELECT " + list(select.items().stream().map(this::item).toList()));
    if (!select.from().isEmpty()) {
      text.add("FROM " + from(select.from()));
    } else if (!dialect.clauses().nowhere().isEmpty()) {
      text.add(dialect.clauses().nowhere().strip());
    }
    // A WHERE in every block: without one, an upsert's ON would be read as that of a join.
    text.add("WHERE " + (select.where().isEmpty() ? "1 = 1" : all(select.where())));
    if (!select.groupBy().isEmpty()) {
      text.add("GROUP BY " + list(select.groupBy().stream().map(this::write).toList()));
    }
    if (!select.having().isEmpty()) {
      text.add("HAVING " + all(select.having()));
    }
    return String.join(" ", text);
  }

  private String item(Query.Item item) {
    return write(item.value()) + " AS " + name(item.name());
  }

  /** What stands behind FROM. */
  public String from(List<Query.From> sources) {
    StringBuilder text = new StringBuilder();
    boolean outer = sources.stream().anyMatch(from -> from.outer().isPresent());
    boolean ordered = sources.stream().anyMatch(Query.From::last);
    for (Query.From from : sources) {
      String named = source(from.source()) + " AS " + name(from.alias());
      if (text.isEmpty()) {
        text.append(named).append(ordered ? dialect.clauses().inOrder() : "");
      } else if (from.outer().isPresent()) {
        text.append(" LEFT JOIN ").append(named).append(" ON ").append(on(from.outer().get()));
      } else if (from.last()) {
        text.append(' ').append(dialect.clauses().joinLast()).append(' ').append(named);
      } else {
        // A comma binds less than JOIN: ON could not name what stands before it.
        text.append(outer ? " INNER JOIN " + named + " ON 1 = 1" : ", " + named);
      }
    }
    return text.toString();
  }

  private String on(Query.Outer outer) {
    return outer.on().isEmpty() ? "1 = 1" : all(outer.on());
  }

  /** What FROM reads. */
  public String source(Query.Source source) {
    return source instanceof Query.TableSource table
        ? name(table.name())
        : "(" + write(((Query.QuerySource) source).query()) + ")";
  }

  /** Conditions joined by AND. */
  public String all(List<Expression> conditions) {
    return conditions.stream()
        .map(condition -> conditions.size() > 1 ? nested(condition) : write(condition))
        .collect(Collectors.joining(" AND "));
  }

  /** The text of an expression. */
  public String write(Expression expression) {
    Expressions says = dialect.expressions();
    if (expression instanceof Qualified column) {
      return name(column.of()) + "." + name(column.name());
    } else if (expression instanceof Fragment fragment) {
      return fragment(fragment);
    } else if (expression instanceof Same same) {
      return template(same.neverNull() ? "%s = %s" : says.same(), same.parts());
    } else if (expression instanceof KeyEqual equal) {
      return keyEqual(equal);
    } else if (expression instanceof Guarded guarded) {
      return template(says.exact(), guarded.parts());
    } else if (expression instanceof Tainted tainted) {
      return template(says.tainted(), tainted.parts());
    } else if (expression instanceof IsTainted tainted) {
      return template(says.isTainted(), tainted.parts());
    } else if (expression instanceof Gained gained) {
      return template(
          "COALESCE(%s, 0) - COALESCE(%s, 0)", List.of(gained.value(), gained.before()));
    } else if (expression instanceof Average average) {
      return template(says.average(), average.parts());
    } else if (expression instanceof Binary binary) {
      return template(says.binary(), binary.parts());
    } else if (expression instanceof Absent absent) {
      return says.absent().map(typed -> absent(absent, typed)).orElse("NULL");
    } else if (expression instanceof Subquery subquery) {
      return "(" + write(subquery.query()) + ")";
    }
    throw new IllegalArgumentException(((Column) expression).name() + " belongs to no table");
  }

  private String absent(Absent absent, UnaryOperator<String> typed) {
    String declaration = absent.type().declaration();
    return declaration.isEmpty()
        ? absent.like().map(this::write).orElse("NULL")
        : typed.apply(declaration);
  }

  private String keyEqual(KeyEqual equal) {
    String key = nested(equal.key());
    String other = nested(equal.other());
    return equal.type().nullable()
        ? dialect.expressions().keyEqual().formatted(key, other, collation(equal.type()))
        : key + " = " + other;
  }

  private String collation(Type type) {
    return type.collation()
        .map(name -> dialect.expressions().collation().formatted(dialect.quoted(name)))
        .orElse("");
  }

  /** The parts of an index in which NULL is nothing in particular. */
  public String inOrder(CreateIndex index) {
    return list(
        index.key().stream().map(key -> name(key.column()) + index.direction(key)).toList());
  }

  /**
   * The parts of a unique index in which NULL is like NULL; also what an upsert refers to it by.
   */
  public String key(List<Statement.Key> key) {
    return list(key.stream().map(this::key).toList());
  }

  private String key(Statement.Key key) {
    String column = name(key.column());
    return key.type().nullable()
        ? dialect.expressions().keyTerms().formatted(column, collation(key.type()))
        : column;
  }

  private String template(String template, List<Expression> parts) {
    return template.formatted(parts.stream().map(this::nested).toArray());
  }

  private String fragment(Fragment fragment) {
    StringBuilder text = new StringBuilder(fragment.pieces().get(0));
    for (int i = 0; i < fragment.parts().size(); i++) {
      String after = fragment.pieces().get(i + 1);
      boolean enclosed = endsWith(text, '(') && after.startsWith(")");
      Expression part = fragment.parts().get(i);
      text.append(enclosed ? write(part) : nested(part)).append(after);
    }
    return text.toString();
  }

  private static boolean endsWith(StringBuilder text, char end) {
    return !text.isEmpty() && text.charAt(text.length() - 1) == end;
  }

  /** An expression where it is part of another. */
  private String nested(Expression expression) {
    boolean whole =
        expression instanceof Qualified
            || expression instanceof Subquery
            || expression instanceof Absent
            || (expression instanceof Fragment fragment && fragment.parts().isEmpty());
    return whole ? write(expression) : "(" + write(expression) + ")";
  }

  /** A column as a table declares it. */
  public String column(ColumnDefinition column) {
    Type type = column.type();
    String declaration = type.declaration().isEmpty() ? "" : " " + type.declaration();
    return name(column.name())
        + declaration
        + collation(type)
        + (type.nullable() ? "" : " NOT NULL");
  }

  /** A name, quoted. */
  public String name(Identifier identifier) {
    return dialect.quoted(identifier.text());
  }

  /** A name with its schema, quoted. */
  public String name(QualifiedName name) {
    return name.schema().map(schema -> name(schema) + ".").orElse("") + name(name.name());
  }

  /** Names, quoted, with commas between them. */
  public String names(List<Identifier> identifiers) {
    return list(identifiers.stream().map(this::name).toList());
  }

  /** Texts with commas between them. */
  public static String list(List<String> texts) {
    return String.join(", ", texts);
  }
}
