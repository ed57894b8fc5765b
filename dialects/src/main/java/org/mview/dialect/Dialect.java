package org.mview.dialect;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * All that one database does differently from others.
 *
 * @param name as in its URL, and of its folder of golden files
 * @param names how names stand in its statements
 * @param fold what becomes of a name without quotes
 * @param home an expression for the schema in which objects of ours are made
 * @param stages the schema in which tables of a connection's own are made; empty where they are in
 *     none
 * @param schemaVersion a query for a number that changes whenever a table, view or trigger does, or
 *     for texts of which one does
 * @param identity a query for what tells this database from others; an empty text where sessions
 *     cannot share it
 * @param transactions how transactions begin
 * @param catalog how the registry asks what the database knows of itself
 * @param expressions how expressions are said that each database says in its own way
 * @param clauses how statements are said that each database says in its own way
 * @param tables what is known of its tables
 * @param triggers how the changes of a table are written to its log
 * @param state what statements of ours would disturb; empty where they disturb nothing
 * @param functions what is known of its functions
 * @param plans how it would run a statement
 * @param violations which constraint an error speaks of
 */
public record Dialect(
    String name,
    Spelling names,
    UnaryOperator<String> fold,
    String home,
    Optional<String> stages,
    String schemaVersion,
    String identity,
    Beginnings transactions,
    SystemCatalog catalog,
    Expressions expressions,
    Clauses clauses,
    Tables tables,
    CaptureTriggers triggers,
    Optional<SessionState> state,
    Functions functions,
    ExecutionPlans plans,
    ViolatedConstraint.Reader violations,
    Set<Capability> capabilities) {

  /**
   * The statements by which transactions begin.
   *
   * @param application one around a statement of the application's
   * @param own one of ours, of which there is only one at a time
   * @param locks how a commit locks the logs that it reads; empty where only one transaction writes
   *     at a time
   * @param settings of a session, as statements of ours want them; empty where they need none
   * @param alone how one session defines something at a time where locks end with each definition;
   *     empty where it is part of the beginning
   * @param ended what makes each statement a transaction again, behind COMMIT and ROLLBACK; empty
   *     where it is one by itself then
   * @param turn a statement before the first change of a table that a view reads: who makes such
   *     changes waits for who has made others, so that they do not wait for each other later. Empty
   *     where changes of a table leave others free to read it
   * @param beside one of ours that defines nothing, and runs beside others of the same call; none
   *     where only one connection can write at a time. Who needs {@link Alone} has it meanwhile
   * @param inside how to find out whether one is open still, after something that may have ended
   *     it: a deadlock, or a procedure; empty where nothing does but its own end
   * @param autoCommit a query for whether a session is in autocommit, where a driver does not know
   *     it when a text has switched it
   */
  public record Beginnings(
      String application,
      List<String> own,
      Optional<LogLocks> locks,
      Optional<Settings> settings,
      Optional<Alone> alone,
      Optional<String> ended,
      Optional<String> turn,
      List<String> beside,
      Optional<Inside> inside,
      Optional<String> autoCommit) {
    public Beginnings {
      own = List.copyOf(own);
      beside = List.copyOf(beside);
    }

    /** Those of a database in which only one connection can write at a time. */
    public Beginnings(
        String application,
        List<String> own,
        Optional<LogLocks> locks,
        Optional<Settings> settings,
        Optional<Alone> alone,
        Optional<String> ended,
        Optional<String> turn) {
      this(
          application,
          own,
          locks,
          settings,
          alone,
          ended,
          turn,
          List.of(),
          Optional.empty(),
          Optional.empty());
    }

    /** Those of a database whose transactions end by themselves, and whose tables can be read. */
    public Beginnings(
        String application,
        List<String> own,
        Optional<LogLocks> locks,
        Optional<Settings> settings,
        Optional<Alone> alone) {
      this(application, own, locks, settings, alone, Optional.empty(), Optional.empty());
    }

    /** The same of a database in which several connections can write at a time. */
    public Beginnings beside(String... statements) {
      return new Beginnings(
          application,
          own,
          locks,
          settings,
          alone,
          ended,
          turn,
          List.of(statements),
          inside,
          autoCommit);
    }

    /** The same of a database whose transactions may be ended by other statements too. */
    public Beginnings asking(Inside question) {
      return new Beginnings(
          application,
          own,
          locks,
          settings,
          alone,
          ended,
          turn,
          beside,
          Optional.of(question),
          autoCommit);
    }

    /** The same of a database whose driver does not know when a text switches autocommit. */
    public Beginnings switchedBehind(String question) {
      return new Beginnings(
          application,
          own,
          locks,
          settings,
          alone,
          ended,
          turn,
          beside,
          inside,
          Optional.of(question));
    }
  }

  /**
   * Whether a transaction is open.
   *
   * @param question a query for that, or a statement that fails inside a transaction
   * @param fails whether it is the latter
   * @param undo undoes what it does outside
   */
  public record Inside(String question, boolean fails, List<String> undo) {
    public Inside {
      undo = List.copyOf(undo);
    }

    /** A query, for TRUE or FALSE. */
    public static Inside query(String query) {
      return new Inside(query, false, List.of());
    }

    /** A statement, where there is nothing to be asked. */
    public static Inside failing(String statement, String... undo) {
      return new Inside(statement, true, List.of(undo));
    }
  }

  /**
   * Settings of a session on which the meaning of statements depends.
   *
   * @param set keeps those of the application, and sets ours
   * @param restore sets those of the application again
   * @param odd a query for a setting of the application's under which the text of a query means
   *     something else; it answers with no row, or with NULL, where there is none
   * @param describing makes queries give no rows, where drivers run a query to describe it
   * @param running undoes that
   */
  public record Settings(
      String set, String restore, String odd, String describing, String running) {}

  /**
   * What keeps other sessions out until it is given back.
   *
   * @param prepare makes the table {@link #TABLE}, which the others need; empty where they need
   *     none
   * @param take a query, or a statement that changes a row: 0 when somebody else has it
   * @param giveBack a query, or a statement that changes a row
   */
  public record Alone(Optional<String> prepare, String take, String giveBack) {
    /** The table whose row says who is alone. */
    public static final String TABLE = "mview$alone";
  }

  public Dialect {
    capabilities = Set.copyOf(capabilities);
  }

  /** A name as it stands in a statement. */
  public String quoted(String identifier) {
    return names.quoted(identifier);
  }

  /** A text of ours, in which names are in double quotes, with the quotes of the database. */
  public String spelt(String sql) {
    return Respelt.spelt(sql, names);
  }

  /** A query for one row, of expressions that read no table of its own. */
  public String selecting(String expressions) {
    return "SELECT " + expressions + clauses.nowhere();
  }

  /** Whether the database can do this. */
  public boolean can(Capability capability) {
    return capabilities.contains(capability);
  }
}
