package org.mview.conformance.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mview.dialect.Capability;

/** One line of a scenario, or a statement with what is expected of it. */
sealed interface Action {
  /** Where it begins, from 1. */
  int line();

  /** Whether it is a statement that is expected to fail. */
  default boolean isRefused() {
    return false;
  }

  /**
   * A statement is sent, as it stands.
   *
   * @param condition when it is expected to be refused instead
   */
  record Execute(int line, String sql, Expected expected, Optional<Condition> condition)
      implements Action {
    @Override
    public boolean isRefused() {
      return expected.failure().isPresent();
    }
  }

  /** Something that is done on some databases only, and passed over on the others. */
  record OnlyOn(int line, Set<String> databases, Action action) implements Action {
    public OnlyOn {
      databases = Set.copyOf(databases);
    }

    @Override
    public boolean isRefused() {
      return action.isRefused();
    }
  }

  /**
   * Something that is done, or is not done, where all connections have these properties.
   *
   * @param holds whether they must, or must not, have them
   */
  record OnlyIn(int line, Map<String, String> way, boolean holds, Action action) implements Action {
    public OnlyIn {
      way = Map.copyOf(way);
    }

    @Override
    public boolean isRefused() {
      return action.isRefused();
    }
  }

  /**
   * What only some databases can do.
   *
   * @param refusal what the others answer; the scenario ends there
   */
  record Condition(Capability capability, Failure refusal) {}

  /** A prepared statement is run once for each row of parameters. */
  record Prepared(
      int line, String sql, List<List<Cell>> parameters, boolean asBatch, Expected expected)
      implements Action {}

  /** A query is sent, and answers with these rows. */
  record Rows(int line, String sql, Table table) implements Action {}

  /** The statements that follow are sent by this connection. */
  record Use(int line, String connection) implements Action {}

  /** A connection is opened, or opened anew, with these properties. */
  record Connect(int line, String connection, Map<String, String> properties) implements Action {
    public Connect {
      properties = Map.copyOf(properties);
    }
  }

  /** A connection is closed, whatever it has open. */
  record Close(int line, String connection) implements Action {}

  /** Autocommit is switched. */
  record AutoCommit(int line, boolean on) implements Action {}

  /** A savepoint is set, gone back to, or released, by JDBC's methods. */
  record Savepoint(int line, Use use, String name) implements Action {
    enum Use {
      SET("savepoint"),
      ROLL_BACK_TO("rollback to"),
      RELEASE("release");

      private final String words;

      Use(String words) {
        this.words = words;
      }

      /** As a scenario writes it. */
      String words() {
        return words;
      }
    }
  }

  /** The clock of all connections is set. */
  record Clock(int line, Instant time) implements Action {}

  /** A worker runs what is due: so many jobs end well, or so many fail. */
  record Worker(int line, boolean fails, int jobs) implements Action {}

  /** After this step, the dictionary says this of a view; of all others it says FRESH. */
  record Staleness(int line, String view, String value) implements Action {}
}
