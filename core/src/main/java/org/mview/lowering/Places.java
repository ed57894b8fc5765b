package org.mview.lowering;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.Gained;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.sql.Query;

/**
 * Where a plan finds its tables.
 *
 * @param container the table that holds the view
 * @param columns its columns, in the order of the kept content
 * @param logs where the changed rows of each master are
 * @param stagePrefix the beginning of the names of the tables in which a refresh puts rows away
 * @param moment how the masters and their logs are read at one moment; empty where nobody else
 *     writes meanwhile
 * @param gathered queries for rows that were put away among others, by the names of the stages
 * @param computed what tables are read in the place of some, being computed by the same statement
 * @param inTrigger whether the statements stand in a trigger, where tables are called by their
 *     names alone, and NEW and OLD are taken
 */
public record Places(
    QualifiedName container,
    List<Identifier> columns,
    Map<QualifiedName, ? extends ChangedRows> logs,
    QualifiedName stagePrefix,
    Optional<Moment> moment,
    Map<String, Query> gathered,
    Map<QualifiedName, QualifiedName> computed,
    boolean inTrigger) {
  public Places {
    columns = List.copyOf(columns);
    logs = Map.copyOf(logs);
    gathered = Map.copyOf(gathered);
    computed = Map.copyOf(computed);
  }

  /** Places in which every stage is a table. */
  public Places(
      QualifiedName container,
      List<Identifier> columns,
      Map<QualifiedName, ? extends ChangedRows> logs,
      QualifiedName stagePrefix,
      Optional<Moment> moment) {
    this(container, columns, logs, stagePrefix, moment, Map.of(), Map.of(), false);
  }

  /** Places in which nothing is gathered or computed. */
  public Places(
      QualifiedName container,
      List<Identifier> columns,
      Map<QualifiedName, ? extends ChangedRows> logs,
      QualifiedName stagePrefix,
      Optional<Moment> moment,
      Map<String, Query> gathered,
      boolean inTrigger) {
    this(container, columns, logs, stagePrefix, moment, gathered, Map.of(), inTrigger);
  }

  /** Places in a database in which nobody else writes meanwhile. */
  public Places(
      QualifiedName container,
      List<Identifier> columns,
      Map<QualifiedName, ? extends ChangedRows> logs,
      QualifiedName stagePrefix) {
    this(container, columns, logs, stagePrefix, Optional.empty());
  }

  /**
   * What belongs to the reading of the masters and their logs.
   *
   * @param guard whether the logs are as the plan takes them to be
   * @param consumption statements that take out of the logs what is read
   * @param gathering where a statement can write into one table alone: where it puts what it reads
   */
  public record Moment(Expression guard, List<String> consumption, Optional<Gathering> gathering) {
    /** Of which {@link #isSure} is true. */
    public static final Expression SURE = Fragment.text("TRUE");

    public Moment {
      consumption = List.copyOf(consumption);
    }

    /** Whether the guard holds in any case. */
    public boolean isSure() {
      return guard.equals(SURE);
    }
  }

  /** What a statement that changes the container calls it. */
  Identifier called(Identifier otherwise) {
    return inTrigger ? container.name() : otherwise;
  }

  /** What a statement that reads a table calls it. */
  QualifiedName named(QualifiedName table) {
    return inTrigger
        ? new QualifiedName(Optional.empty(), table.name())
        : computed.getOrDefault(table, table);
  }

  /**
   * The table in which all is gathered that is read at one moment; who takes out of the logs what
   * was read does so by it, afterwards.
   *
   * @param ids a query for the ids of the rows that are read, for each log
   * @param named tables that the statement has to name outside of any subquery, to see them at the
   *     moment at which it sees the others
   */
  public record Gathering(QualifiedName table, List<Query> ids, List<QualifiedName> named) {
    public Gathering {
      ids = List.copyOf(ids);
      named = List.copyOf(named);
    }

    /** The column in which the ids of a log are; the first log is 0. */
    public static Identifier idColumn(int log) {
      return Identifier.of("id" + log);
    }
  }

  /** The same places, with a query for the rows of a stage. */
  Places withGathered(String stage, Query rows) {
    Map<String, Query> all = new HashMap<>(gathered);
    all.put(stage, rows);
    return new Places(container, columns, logs, stagePrefix, moment, all, computed, inTrigger);
  }

  /** The table of a stage, or the query for its rows. */
  Query.Source stageSource(String name) {
    Query rows = gathered.get(name);
    return rows == null ? new Query.TableSource(stage(name)) : new Query.QuerySource(rows);
  }

  /** The table of a stage. */
  public QualifiedName stage(String name) {
    return stagePrefix.sibling(stagePrefix.name().text() + name);
  }

  /** Where the changed rows of a master are. */
  public sealed interface ChangedRows {}

  /**
   * A change log, whose columns are called as those of the master.
   *
   * @param sign the column that holds 1 for a row that appeared, −1 for one that vanished
   * @param pending what holds for the rows that the view has not seen yet, over a log called {@link
   *     #ALIAS}; empty when it has seen none of them
   */
  public record LogTable(QualifiedName name, Identifier sign, List<Expression> pending)
      implements ChangedRows {
    /** How the log is called in the conditions. */
    public static final Identifier ALIAS = Identifier.of("log");

    public LogTable {
      pending = List.copyOf(pending);
    }

    /** The same table, of which other rows count. */
    public LogTable read(List<Expression> conditions) {
      return new LogTable(name, sign, conditions);
    }
  }

  /**
   * The row at hand in a trigger.
   *
   * @param name NEW or OLD
   * @param sign SQL of 1 for a row that appeared, of −1 for one that vanished
   * @param conditions under which it counts
   */
  public record RowImage(Identifier name, String sign, List<Expression> conditions)
      implements ChangedRows {
    /** The row as it was. */
    public static final RowImage BEFORE = new RowImage(Gained.BEFORE, "-1", List.of());

    /** The row as it is now. */
    public static final RowImage AFTER = new RowImage(Gained.AFTER, "1", List.of());

    public RowImage {
      conditions = List.copyOf(conditions);
    }
  }
}
