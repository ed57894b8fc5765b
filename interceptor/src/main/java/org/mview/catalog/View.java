package org.mview.catalog;

import java.util.List;
import java.util.Optional;
import org.mview.sql.QualifiedName;

/**
 * A materialized view, as the registry has it.
 *
 * @param query the defining query, as its author wrote it
 * @param masters what it reads, in the order of the query
 * @param constraints what its rows must fulfil, beyond the query
 * @param innerOf the id of the view of whose query this is a part; empty for a view of the user's
 */
public record View(
    long id,
    QualifiedName name,
    String query,
    Container container,
    Properties properties,
    State state,
    List<MasterReference> masters,
    List<Constraint> constraints,
    Optional<Long> innerOf) {
  public View {
    masters = List.copyOf(masters);
    constraints = List.copyOf(constraints);
  }

  /**
   * How the view was declared, and what ALTER can change of it.
   *
   * @param additive whether changes are added to sums even where that is not exact
   * @param byTriggers whether triggers may keep it, so that a transaction sees it change before it
   *     commits
   * @param unstable why the query may give other rows in another session; empty when it does not
   * @param onQuery whether a query may ask for its rows as a refresh would make them
   */
  public record Properties(
      RefreshMethod method,
      RefreshMode mode,
      BuildMode build,
      RowIdentity identity,
      boolean rewrite,
      boolean withoutIndex,
      boolean updatable,
      boolean additive,
      boolean byTriggers,
      String unstable,
      boolean onQuery) {

    /** The same with another method and mode. */
    public Properties with(RefreshMethod otherMethod, RefreshMode otherMode) {
      return new Properties(
          otherMethod,
          otherMode,
          build,
          identity,
          rewrite,
          withoutIndex,
          updatable,
          additive,
          byTriggers,
          unstable,
          onQuery);
    }

    /** The same, with the index by which rows are found. */
    public Properties withIndex() {
      return new Properties(
          method,
          mode,
          build,
          identity,
          rewrite,
          false,
          updatable,
          additive,
          byTriggers,
          unstable,
          onQuery);
    }

    /** The same, computed when a query asks for it or not. */
    public Properties withOnQuery(boolean on) {
      return new Properties(
          method,
          mode,
          build,
          identity,
          rewrite,
          withoutIndex,
          updatable,
          additive,
          byTriggers,
          unstable,
          on);
    }

    /** The same, which triggers may keep or not. */
    public Properties withByTriggers(boolean may) {
      return new Properties(
          method,
          mode,
          build,
          identity,
          rewrite,
          withoutIndex,
          updatable,
          additive,
          may,
          unstable,
          onQuery);
    }

    /** The same, for rewriting or not. */
    public Properties withRewrite(boolean on) {
      return new Properties(
          method,
          mode,
          build,
          identity,
          on,
          withoutIndex,
          updatable,
          additive,
          byTriggers,
          unstable,
          onQuery);
    }
  }

  /** The same rows in another table. */
  public View with(Container other) {
    return new View(id, name, query, other, properties, state, masters, constraints, innerOf);
  }

  /** The same, declared otherwise. */
  public View with(Properties other) {
    return new View(id, name, query, container, other, state, masters, constraints, innerOf);
  }

  /** The same in another state. */
  public View with(State other) {
    return new View(id, name, query, container, properties, other, masters, constraints, innerOf);
  }

  /** The same, reading its masters as they are now. */
  public View withMasters(List<MasterReference> other) {
    return new View(id, name, query, container, properties, state, other, constraints, innerOf);
  }

  /** The same with other constraints. */
  public View withConstraints(List<Constraint> other) {
    return new View(id, name, query, container, properties, state, masters, other, innerOf);
  }

  /** Whether it is refreshed inside the transactions that change its masters. */
  public boolean isInTransactions() {
    return properties.mode().isInTransactions() && properties.method() != RefreshMethod.NEVER;
  }

  /** Whether it is refreshed by each statement that changes its masters. */
  public boolean isOnStatement() {
    return properties.mode() == RefreshMode.STATEMENT && isInTransactions();
  }

  /** Its state when its query has just filled it. */
  public State filled() {
    return properties.updatable() ? State.FILLED_FOR_UPDATE : State.FILLED;
  }

  /** Whether its rows may be changed by hand. */
  public boolean isOpenToChanges() {
    return properties.updatable() || properties.method() == RefreshMethod.NEVER;
  }

  /** Whether it is kept only for another view. */
  public boolean isInner() {
    return innerOf.isPresent();
  }

  /** Whether the rows are in a table of another name, behind a plain view of the view's name. */
  public boolean isBehindPlainView() {
    return !container.table().equals(name);
  }
}
