package org.mview.dialect;

import java.util.Optional;
import org.mview.sql.Definition;
import org.mview.sql.Query;
import org.mview.sql.Statement;

/**
 * Statements and clauses that each database says in its own way.
 *
 * @param joinLast stands in FROM before a table that is to be read after those before it
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
 * @param createTable a table whose columns have the types of a query
 * @param createStage a table of this connection's own
 * @param dropStage removes such a table, if it is there; the name follows
 * @param createIndex an index
 */
public record Clauses(
    String joinLast,
    Clause<Statement.Merge> upsert,
    Clause<Statement.UpdateFrom> updateFrom,
    Clause<Statement.DeleteJoined> deleteJoined,
    Clause<Statement.DeleteCopies> deleteCopies,
    Clause<Query.Repeated> repeated,
    Clause<Query.First> first,
    Optional<Clause<Query.CopiesLeft>> copiesLeft,
    Optional<Clause<Statement.AtOnce>> atOnce,
    Clause<Definition.CreateTable> createTable,
    Clause<Definition.CreateStage> createStage,
    String dropStage,
    Clause<Definition.CreateIndex> createIndex) {

  /** How one clause is said. */
  @FunctionalInterface
  public interface Clause<T> {
    /** The text, written with the writer's help. */
    String render(T clause, SqlWriter writer);
  }
}
