package org.mview.command;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mview.catalog.Catalog;
import org.mview.catalog.RefreshMethod;
import org.mview.catalog.Registry;
import org.mview.catalog.State;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.dialect.Capability;
import org.mview.refresh.CompiledView;
import org.mview.refresh.Refresher;

/** Views that are filled, and read the logs of their masters from there on, or watch them. */
public final class FilledViews {
  private final Work work;
  private final Database database;
  private final Registry registry;

  /** Views in a transaction. */
  public FilledViews(Work work) {
    this.work = work;
    this.database = work.database();
    this.registry = work.registry();
  }

  /**
   * A view has just been filled: from here on it reads the logs of its masters, if it can. If it
   * did not before, others may have written between the filling and now: it is filled once more.
   */
  public void read(CompiledView view) throws SQLException {
    if (work.subscriptions().isSubscribed(view)) {
      return;
    }
    database.wantsToBeAlone();
    boolean stepwise = !database.dialect().can(Capability.TRANSACTIONAL_DDL);
    if (stepwise) { // who is cut off behind the triggers must not leave it as if it were filled
      registry.known(view.view().with(State.UNUSABLE));
    }
    work.subscriptions().subscribeIfNot(view);
    if (!database.dialect().can(Capability.SINGLE_WRITER)) {
      fill(view);
      fillReaders(view.view());
    }
    if (stepwise) {
      registry.known(view.view().with(view.view().filled()));
    }
    new Indexes(work).arrange(view);
  }

  private void fill(CompiledView view) throws SQLException {
    new Refresher(database, registry, work.catalog(), work.stages())
        .refresh(view, RefreshMethod.COMPLETE);
  }

  /**
   * What reads a part of the same view has read it as it was before. Who hears of nothing yet is
   * filled once more of its own; and into whom triggers merge, these have put it.
   */
  private void fillReaders(View part) throws SQLException {
    Catalog catalog = work.catalog();
    for (View reader : readers(part, catalog)) {
      CompiledView compiled = work.compiler().compile(reader);
      if (!catalog.isMerged(reader) && work.subscriptions().isSubscribed(compiled)) {
        fill(compiled);
        fillReaders(reader);
      }
    }
  }

  private static List<View> readers(View part, Catalog catalog) {
    View whole = catalog.outermost(part);
    List<View> all = new ArrayList<>(catalog.innerViews(whole));
    all.add(whole);
    return all.stream()
        .filter(view -> catalog.parents(view).stream().anyMatch(p -> p.id() == part.id()))
        .toList();
  }

  /**
   * A view is about to be filled for the first time: it reads the logs of its masters before, so
   * that nothing is defined when it is filled, and nothing is missed behind that.
   */
  void willRead(CompiledView view) throws SQLException {
    if (work.subscriptions().subscribeIfNot(view)) {
      new Indexes(work).arrange(view);
    }
  }

  /**
   * Lets views read their logs again, those of masters first.
   *
   * @param views their ids; those that are there no more are passed over
   * @return the views in whose queries these are
   */
  public Set<View> readAgain(Set<Long> views) throws SQLException {
    Catalog catalog = work.catalog();
    List<View> there =
        catalog.inOrder(
            catalog.views().values().stream().filter(v -> views.contains(v.id())).toList());
    Set<View> outermost = new LinkedHashSet<>();
    for (View view : there) {
      read(work.compiler().compile(view));
      outermost.add(catalog.outermost(view));
    }
    return outermost;
  }
}
