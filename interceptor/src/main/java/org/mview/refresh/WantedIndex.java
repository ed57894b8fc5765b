package org.mview.refresh;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mview.dialect.TableIndex;
import org.mview.sql.Identifier;
import org.mview.sql.IndexTerm;
import org.mview.sql.QualifiedName;

/**
 * What an index would have to begin with, so that a reading of a table is a matter of few rows.
 *
 * @param lookup the columns whose values are known when the table is read
 * @param order in which the first rows are read, behind these
 */
public record WantedIndex(QualifiedName table, Set<Identifier> lookup, List<IndexTerm> order) {
  public WantedIndex {
    lookup = Collections.unmodifiableSet(new LinkedHashSet<>(lookup));
    order = order.stream().distinct().toList();
  }

  /** What the index would be made of; nothing where none would help. */
  public List<IndexTerm> terms() {
    List<IndexTerm> terms = new ArrayList<>();
    lookup.forEach(column -> terms.add(new IndexTerm(column, false)));
    order.stream().filter(term -> !lookup.contains(term.column())).forEach(terms::add);
    return terms;
  }

  /** Whether an index that is there does the same. */
  public boolean isServedBy(TableIndex index) {
    List<IndexTerm> ordered = terms().subList(lookup.size(), terms().size());
    List<IndexTerm> terms = index.terms();
    boolean single = index.unique() && !terms.isEmpty() && lookup.containsAll(columns(terms));
    boolean begins =
        terms.size() >= lookup.size() + ordered.size()
            && columns(terms.subList(0, lookup.size())).equals(lookup);
    return single || (begins && isOrdered(terms.subList(lookup.size(), terms.size()), ordered));
  }

  /** An index can be read backwards, too. */
  private static boolean isOrdered(List<IndexTerm> terms, List<IndexTerm> order) {
    List<IndexTerm> first = terms.subList(0, order.size());
    return first.equals(order) || first.equals(order.stream().map(IndexTerm::reversed).toList());
  }

  private static Set<Identifier> columns(List<IndexTerm> terms) {
    return new HashSet<>(terms.stream().map(IndexTerm::column).toList());
  }

  @Override
  public String toString() {
    return "%s(%s)".formatted(table.name(), IndexTerm.list(terms()));
  }
}
