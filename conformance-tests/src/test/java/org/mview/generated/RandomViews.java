package org.mview.generated;

import java.util.List;

/** Makes up views of every class. */
final class RandomViews {
  private static final List<ViewClass> DERIVABLE =
      List.of(ViewClass.values()).stream().filter(ViewClass::isDerivable).toList();

  private static final List<ViewClass> ANY =
      List.of(ViewClass.values()).stream().filter(kind -> !kind.isDerivable()).toList();

  private final Chance chance;
  private final Idiom idiom;
  private final boolean big;

  RandomViews(Chance chance, Idiom idiom, boolean big) {
    this.chance = chance;
    this.idiom = idiom;
    this.big = big;
  }

  /** A view of this number over some of the sources. */
  ViewModel view(int number, List<? extends Source> sources) {
    ViewClass kind = chance.one(chance.percent(45) ? DERIVABLE : ANY);
    Contents contents = new Contents();
    QueryModel query =
        kind.isDerivable()
            ? new DerivableQueries(chance, idiom, contents, big, derivable(sources)).query(kind)
            : any(kind, contents, sources);
    boolean unheard = isUnheard(contents, sources);
    String mode =
        unheard
            ? chance.one(" ON DEMAND", "")
            : chance.one(" ON COMMIT", " ON COMMIT", " ON DEMAND", "");
    String rest =
        chance.percent(8)
            ? chance.one(" BUILD DEFERRED", " BUILD IMMEDIATE", " USING NO INDEX")
            : "";
    return new ViewModel(
        idiom.names().view(number, chance),
        kind,
        query,
        unheard ? chance.one("FORCE", "COMPLETE", "") : method(kind),
        mode,
        rest,
        contents.features(),
        contents.bases(),
        unheard);
  }

  private boolean isUnheard(Contents contents, List<? extends Source> sources) {
    ForeignKeys keys = idiom.tableParts().foreignKeys();
    return sources.stream()
        .anyMatch(
            source ->
                source instanceof TableModel table
                    && keys.changeUnheard(table)
                    && contents.bases().contains(table.name()));
  }

  /** A plain view with LATERAL is not understood. */
  private static List<? extends Source> derivable(List<? extends Source> sources) {
    return sources.stream()
        .filter(source -> !source.features().contains(Feature.LATERAL_JOIN))
        .toList();
  }

  private String method(ViewClass kind) {
    return kind.isDerivable()
        ? chance.one("FAST", "FAST", "FAST", "FORCE", "COMPLETE", "")
        : chance.one("FORCE", "FORCE", "FORCE", "FORCE", "COMPLETE", "");
  }

  private QueryModel any(ViewClass kind, Contents contents, List<? extends Source> sources) {
    AnyQueries queries = new AnyQueries(chance, idiom, contents, big, sources);
    return switch (kind) {
      case ANY_GROUPS -> QueryModel.of(queries.groups());
      case SET_OPERATORS -> new RandomSets(chance, idiom, contents, queries).query();
      case WINDOW -> QueryModel.of(queries.windows());
      case TOP -> QueryModel.of(queries.top());
      case TOP_PER_GROUP -> topPerGroup(queries.numbered(), contents);
      case READ_TWICE -> {
        InnerQuery twice = new RandomSources(chance, idiom, sources).query(RandomSources.TWICE);
        yield QueryModel.of(queries.reading(twice))
            .within("WITH %s AS (%s) ".formatted(twice.name(), twice.text()), "");
      }
      default -> QueryModel.of(queries.rows());
    };
  }

  private QueryModel topPerGroup(QueryBlock block, Contents contents) {
    QueryModel query = QueryModel.of(block);
    return contents.includes(Feature.TOP_PER_GROUP)
        ? query.within("SELECT * FROM (", ") AS ranked WHERE place <= " + chance.between(1, 2))
        : query;
  }
}
