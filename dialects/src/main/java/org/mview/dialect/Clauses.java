package org.mview.dialect;

import java.util.Optional;
import org.mview.sql.Definition;
import org.mview.sql.Query;
import org.mview.sql.Statement;

/**
 * Statements and clauses that each database says in its own way.
 *
 * @param nowhere stands behind SELECT where no table is read; empty where nothing has to
 * @param joinLast stands in FROM before a table that is to be read after those before it
 * @param inOrder stands behind the first table of FROM where another one is to be read last, so
 *     that the planner leaves all of them in their order; empty where it needs nothing more for
 *     that
 * @param upsert INSERT that changes rows that are there
 * @param updateFrom UPDATE by the row of a query
 * @param deleteJoined DELETE of rows that can be joined
 * @param deleteCopies DELETE of some of several equal rows
 * @param repeated rows as many times as a column says
 * @param first the first rows of a query block in an order
 * @param copiesLeft the copies that are left of rows of which some are deleted; empty where {@code
 *     deleteCopies} deletes no others
 * @param atOnce statements that read the database as it is at one moment; empty where every
 *     statement of a transaction sees the same
 * @param taken how rows of a log are taken out whose ids were gathered; empty where they are taken
 *     out by the statement that reads them
 * @param createTable a table whose columns have the types of a query
 * @param createStage a table of this connection's own
 * @param dropStage removes such a table, if it is there; the name follows. Empty where that would
 *     commit: there a table of another definition has another name
 * @param createIndex an index
 */
public record Clauses(
    String nowhere,
    String joinLast,
    String inOrder,
    Clause<Statement.Merge> upsert,
    Clause<Statement.UpdateFrom> updateFrom,
    Clause<Statement.DeleteJoined> deleteJoined,
    Clause<Statement.DeleteCopies> deleteCopies,
    Clause<Query.Repeated> repeated,
    Clause<Query.First> first,
    Optional<Clause<Query.CopiesLeft>> copiesLeft,
    Optional<Clause<Statement.AtOnce>> atOnce,
    Optional<Taken> taken,
    Clause<Definition.CreateTable> createTable,
    Clause<Definition.CreateStage> createStage,
    Optional<String> dropStage,
    Clause<Definition.CreateIndex> createIndex) {

  /**
   * Statements about the rows of a log whose ids are in a column of another table: templates for
   * that table, its column, the log, and the number that the rows get.
   *
   * @param id an expression for the id of a row
   * @param delete takes them out
   * @param stamp gives them a number
   * @param waits whether a condition on other columns than the id would wait for rows that are not
   *     committed yet
   */
  public record Taken(String id, String delete, String stamp, boolean waits) {}

  /** How one clause is said. */
  @FunctionalInterface
  public interface Clause<T> {
    /** The text, written with the writer's help. */
    String render(T clause, SqlWriter writer);
  }
}
