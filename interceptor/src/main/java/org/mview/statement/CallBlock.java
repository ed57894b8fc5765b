package org.mview.statement;

import java.util.List;
import java.util.Optional;

/**
 * One call of a procedure of ours, by EXEC, CALL or JDBC's escape; or a block of such calls.
 *
 * @param parameters how many parameters the text has
 */
public record CallBlock(List<Variable> variables, List<BlockStatement> statements, int parameters)
    implements Command {
  /**
   * A variable that the block declares.
   *
   * @param table whether it is a table of strings, DBMS_UTILITY.UNCL_ARRAY
   * @param initial NULL when nothing is said
   */
  public record Variable(Name name, boolean table, Optional<Argument> initial) {}

  public CallBlock {
    variables = List.copyOf(variables);
    statements = List.copyOf(statements);
    if (statements.stream().noneMatch(BlockStatement.Call.class::isInstance)) {
      throw new IllegalArgumentException("a block of ours calls a procedure of ours");
    }
  }
}
