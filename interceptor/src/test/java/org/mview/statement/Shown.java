package org.mview.statement;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Commands as short text: components that say nothing are left out. */
final class Shown {
  private static final Set<Class<?>> PLAIN =
      Set.of(
          Name.class,
          QualifiedName.class,
          LinkName.class,
          SourceText.class,
          Password.class,
          DimensionColumn.class,
          BoundCall.class,
          Argument.Null.class,
          Argument.Text.class,
          Argument.Numeric.class,
          Argument.Truth.class,
          Argument.Expression.class,
          Argument.Parameter.class,
          Argument.Variable.class);

  private Shown() {}

  static String of(Object value) {
    if (value instanceof StorageClause storage) {
      return storage.source().text();
    }
    if (value instanceof Record record && !PLAIN.contains(record.getClass())) {
      return ofRecord(record);
    }
    if (value instanceof Optional<?> optional) {
      return optional.map(Shown::of).orElse("");
    }
    if (value instanceof OptionalInt optional) {
      return optional.isPresent() ? String.valueOf(optional.getAsInt()) : "";
    }
    if (value instanceof Set<?> set) {
      return new TreeSet<>(set.stream().map(Shown::of).toList()).toString();
    }
    return value instanceof Collection<?> list
        ? list.stream().map(Shown::of).toList().toString()
        : value.toString();
  }

  private static String ofRecord(Record value) {
    return value.getClass().getSimpleName()
        + Arrays.stream(value.getClass().getRecordComponents())
            .map(component -> ofComponent(component, value))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String ofComponent(RecordComponent component, Record value) {
    Object content = content(component, value);
    boolean silent =
        List.of(false, RefreshClause.NONE, LogContents.NONE, ConstraintState.NONE)
            .contains(content);
    String text = silent ? "" : of(content);
    return text.isEmpty() || text.equals("[]")
        ? ""
        : content.equals(true) ? component.getName() : component.getName() + " " + text;
  }

  private static Object content(RecordComponent component, Record value) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException broken) {
      throw new LinkageError(broken.getMessage(), broken);
    }
  }
}
