package org.mview.driver.wrap;

import static org.mview.driver.wrap.ErrorTranslation.translated;

import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mview.error.MViewError;

/**
 * The parameters of a statement of ours: what is set, and which are OUT. They stay for the next
 * execution, as JDBC has it.
 */
final class Parameters {
  private final List<String> names;
  private final Map<Integer, @Nullable Object> values = new HashMap<>();
  private final Set<Integer> outs = new HashSet<>();

  /**
   * Parameters of which none is set.
   *
   * @param names of the formal parameters, by position from 1; an empty one cannot be asked for
   */
  Parameters(List<String> names) {
    this.names = names;
  }

  int size() {
    return names.size();
  }

  /**
   * The position, from 1, of a parameter that the application speaks of.
   *
   * @param parameter an Integer, its position, or a String, its name in any case
   */
  int position(Object parameter) throws SQLException {
    return parameter instanceof Integer position ? checked(position) : ofName((String) parameter);
  }

  private int checked(int position) throws SQLException {
    if (position < 1 || position > names.size()) {
      throw translated(MViewError.PARAMETER_POSITION.of(position, names.size()));
    }
    return position;
  }

  private int ofName(String wanted) throws SQLException {
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equalsIgnoreCase(wanted) && !wanted.isEmpty()) {
        return i + 1;
      }
    }
    throw translated(MViewError.PARAMETER_NAME.of(wanted, names));
  }

  void set(Object parameter, @Nullable Object value) throws SQLException {
    values.put(position(parameter), SetValue.of(value));
  }

  void register(Object parameter) throws SQLException {
    outs.add(position(parameter));
  }

  boolean isOut(int position) {
    return outs.contains(position);
  }

  /** Forgets the values; what is registered as OUT stays so. */
  void clear() {
    values.clear();
  }

  /** The values for one execution: later changes do not reach them. */
  Map<Integer, @Nullable Object> values() throws SQLException {
    for (int position = 1; position <= names.size(); position++) {
      if (!values.containsKey(position) && !outs.contains(position)) {
        throw translated(MViewError.PARAMETER_NOT_SET.of(position));
      }
    }
    return Collections.unmodifiableMap(new HashMap<>(values));
  }
}
