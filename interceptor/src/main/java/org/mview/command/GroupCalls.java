package org.mview.command;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mview.catalog.Job;
import org.mview.catalog.RefreshGroup;
import org.mview.catalog.RefreshRun;
import org.mview.catalog.View;
import org.mview.statement.BoundCall;

/** DBMS_REFRESH: groups of views that are refreshed together. */
final class GroupCalls {
  /** As an interval, it says that there is none. */
  private static final String NONE = "null";

  private final CallArguments arguments;
  private final Transactions transactions;

  GroupCalls(CallArguments arguments, Transactions transactions) {
    this.arguments = arguments;
    this.transactions = transactions;
  }

  void run(BoundCall call) throws SQLException {
    switch (call.signature().name()) {
      case "DBMS_REFRESH.MAKE" -> make(call);
      case "DBMS_REFRESH.ADD" -> members(call, Groups::add);
      case "DBMS_REFRESH.SUBTRACT" -> members(call, Groups::subtract);
      case "DBMS_REFRESH.CHANGE" -> change(call);
      case "DBMS_REFRESH.REFRESH" -> refresh(call);
      case "DBMS_REFRESH.DESTROY" -> destroy(call);
      default -> throw CallArguments.unknown(call);
    }
  }

  private void make(BoundCall call) throws SQLException {
    String name = arguments.text(call, "name");
    List<String> list = arguments.list(call, "list");
    boolean lax = arguments.truth(call, "lax");
    boolean implicitDestroy = arguments.truth(call, "implicit_destroy");
    RefreshGroup.Options options = options(call, RefreshGroup.Options.DEFAULT);
    transactions.run(
        work -> {
          Groups groups = new Groups(work);
          RefreshGroup group = groups.make(groups.name(name), implicitDestroy, options);
          RefreshBeside.warnOfGroup(options.parallelism(), work.warnings());
          groups.add(group, new ViewNames(work).views(list), lax);
          Times times = Times.of(work);
          Optional<Instant> next = arguments.date(call, "next_date", times);
          Optional<String> interval = interval(call);
          times.next(interval);
          if (next.isPresent()) {
            groups.schedule(group).change(next, interval, times);
          }
          return true;
        });
  }

  private Optional<String> interval(BoundCall call) {
    return Optional.of(arguments.text(call, "interval"))
        .map(String::strip)
        .filter(text -> !text.isEmpty() && !text.equalsIgnoreCase(NONE));
  }

  private RefreshGroup.Options options(BoundCall call, RefreshGroup.Options before) {
    return new RefreshGroup.Options(
        has(call, "push_deferred_rpc")
            ? arguments.truth(call, "push_deferred_rpc")
            : before.pushDeferred(),
        has(call, "refresh_after_errors")
            ? arguments.truth(call, "refresh_after_errors")
            : before.afterErrors(),
        number(call, "purge_option", before.purgeOption()),
        has(call, "parallelism") ? arguments.parallelism(call) : before.parallelism(),
        number(call, "heap_size", before.heapSize()));
  }

  private boolean has(BoundCall call, String parameter) {
    return arguments.value(call.argument(parameter)).isPresent();
  }

  private int number(BoundCall call, String parameter, int before) {
    return has(call, parameter) ? (int) arguments.number(call, parameter) : before;
  }

  /** Adds views to a group, or takes them out of it. */
  @FunctionalInterface
  private interface Membership {
    void change(Groups groups, RefreshGroup group, List<View> views, boolean lax)
        throws SQLException;
  }

  private void members(BoundCall call, Membership membership) throws SQLException {
    String name = arguments.text(call, "name");
    List<String> list = arguments.list(call, "list");
    boolean lax = arguments.truth(call, "lax");
    transactions.run(
        work -> {
          Groups groups = new Groups(work);
          membership.change(groups, groups.named(name), new ViewNames(work).views(list), lax);
          return true;
        });
  }

  /** What is NULL stays as it is; an interval that says 'null' is none from here on. */
  private void change(BoundCall call) throws SQLException {
    String name = arguments.text(call, "name");
    transactions.run(
        work -> {
          Groups groups = new Groups(work);
          RefreshGroup group = groups.named(name);
          boolean implicitDestroy =
              has(call, "implicit_destroy")
                  ? arguments.truth(call, "implicit_destroy")
                  : group.implicitDestroy();
          RefreshGroup.Options options = options(call, group.options());
          work.registry().groups().update(group.with(implicitDestroy, options));
          if (has(call, "parallelism")) {
            RefreshBeside.warnOfGroup(options.parallelism(), work.warnings());
          }
          reschedule(work, call, groups.schedule(group));
          return true;
        });
  }

  private void reschedule(Work work, BoundCall call, Schedule schedule) throws SQLException {
    Times times = Times.of(work);
    Optional<Instant> next = arguments.date(call, "next_date", times);
    Optional<String> interval = interval(call);
    times.next(interval);
    if (next.isPresent() || interval.isPresent()) {
      Optional<Instant> planned = schedule.job().flatMap(Job::next);
      schedule.change(next.or(() -> planned).or(() -> times.next(interval)), interval, times);
    }
    Optional<Job> job = schedule.job();
    boolean without = arguments.text(call, "interval").strip().equalsIgnoreCase(NONE);
    if (without && job.isPresent()) {
      work.registry()
          .jobs()
          .update(job.get().with(job.get().next(), Optional.empty(), times.zone()));
    }
  }

  /** All of the group's views in one transaction; what has failed before is forgotten then. */
  private void refresh(BoundCall call) throws SQLException {
    String name = arguments.text(call, "name");
    new RefreshHistory(transactions, RefreshRun.Options.DEFAULT)
        .ofOne((work, measures) -> refresh(work, name, measures));
  }

  private static void refresh(Work work, String name, RefreshMeasures measures)
      throws SQLException {
    Groups groups = new Groups(work);
    RefreshGroup group = groups.named(name);
    RefreshViews.refresh(work, groups.members(group), measures);
    Optional<Job> job = groups.schedule(group).job().filter(j -> j.failures() > 0);
    if (job.isPresent()) {
      mend(work, job.get());
    }
  }

  private static void mend(Work work, Job job) throws SQLException {
    Optional<Instant> next = Times.of(work, job).next(job.interval());
    Job mended = job.with(next.or(job::next), job.interval(), job.zone()).mended();
    work.registry().jobs().update(mended);
  }

  private void destroy(BoundCall call) throws SQLException {
    String name = arguments.text(call, "name");
    transactions.run(
        work -> {
          Groups groups = new Groups(work);
          groups.destroy(groups.named(name));
          return true;
        });
  }
}
