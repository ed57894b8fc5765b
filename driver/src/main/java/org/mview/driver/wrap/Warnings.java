package org.mview.driver.wrap;

import java.sql.SQLWarning;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mview.command.Outcome;

/** A chain of warnings of ours, to stand after those of the real driver. */
final class Warnings {
  private @Nullable SQLWarning first;

  void add(List<Outcome.Warning> warnings) {
    for (Outcome.Warning warning : warnings) {
      first = appended(first, new SQLWarning(warning.text(), "01000", warning.code()));
    }
  }

  void clear() {
    first = null;
  }

  /** The driver's own chain, then ours; asked again, it is not appended again. */
  @Nullable SQLWarning after(@Nullable SQLWarning drivers) {
    return first == null || contains(drivers, first) ? drivers : appended(drivers, first);
  }

  private static boolean contains(@Nullable SQLWarning chain, SQLWarning warning) {
    SQLWarning link = chain;
    while (link != null && !link.equals(warning)) { // exceptions are equal when they are the same
      link = link.getNextWarning();
    }
    return link != null;
  }

  private static SQLWarning appended(@Nullable SQLWarning chain, SQLWarning last) {
    if (chain == null) {
      return last;
    }
    chain.setNextWarning(last);
    return chain;
  }
}
