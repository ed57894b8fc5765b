package org.mview.algebra;

import java.util.Optional;
import java.util.stream.Stream;
import org.mview.sql.Column;
import org.mview.sql.Fragment;

/** The calls of functions that groups and windows hold. */
public final class Calls {
  private Calls() {}

  /** The call that computes a column; empty where the relation computes no such column itself. */
  public static Optional<Fragment> of(Column column, Relation relation) {
    Stream<Fragment> calls = Stream.empty();
    if (relation instanceof Aggregate groups) {
      calls =
          groups.calls().stream()
              .filter(call -> call.column().equals(column))
              .map(call -> call.function().call());
    } else if (relation instanceof Window window) {
      calls =
          window.calls().stream()
              .filter(call -> call.column().equals(column))
              .map(Window.Call::call);
    }
    return calls.findFirst();
  }
}
