package org.mview.command;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.mview.catalog.RefreshMethod;
import org.mview.catalog.View;
import org.mview.database.NeedsToBeAlone;

/**
 * The threads that refresh views beside each other: that of the caller, which begins at once, and
 * others, each of which opens a connection first. The caller waits for none of these: a connection
 * that is not there when everything is done was not needed.
 */
final class RefreshCrew {
  /** Who was between two statements when the call was cancelled is asked again. */
  private static final Duration BETWEEN_CANCELS = Duration.ofMillis(100);

  private final Company company;
  private final RefreshViews.Request request;
  private final RefreshQueue queue;
  private final Openings openings = new Openings();
  private final Map<View, Ended> ended = new ConcurrentHashMap<>();

  RefreshCrew(Company company, RefreshViews.Request request, RefreshQueue queue) {
    this.company = company;
    this.request = request;
    this.queue = queue;
  }

  /** What there is to tell of a view that was refreshed, or was not. */
  private record Ended(Optional<Exception> failure, RefreshMeasures measures, Warnings said) {}

  /**
   * Refreshes the views of the queue, as far as it gives them out.
   *
   * @param members how many connections to use at most, that of the caller among them
   */
  void run(int members) throws SQLException {
    ExecutorService others = Executors.newFixedThreadPool(members - 1, RefreshCrew::thread);
    company.begin();
    try {
      for (int i = 1; i < members; i++) {
        openings.begun();
        others.execute(this::join);
      }
      work(company.host());
      awaitOthers();
    } finally {
      queue.stop();
      others.shutdown();
      company.end();
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = Executors.defaultThreadFactory().newThread(task);
    thread.setName("mview-refresh");
    thread.setDaemon(true);
    return thread;
  }

  private void join() {
    Company.Member joined;
    try {
      joined = company.join();
    } catch (SQLException | RuntimeException e) {
      openings.failed(e);
      return;
    }
    openings.done();
    try (Company.Member member = joined) {
      work(member);
    }
  }

  private void work(Company.Member member) {
    try {
      for (OptionalLong next = queue.take(); next.isPresent(); next = queue.take()) {
        refresh(next.getAsLong(), member);
      }
    } catch (InterruptedException e) {
      queue.stop();
      Thread.currentThread().interrupt();
    }
  }

  private void refresh(long id, Company.Member member) {
    View view =
        request.methods().keySet().stream().filter(v -> v.id() == id).findFirst().orElseThrow();
    Map<View, RefreshMethod> alone = Map.of(view, request.methods().get(view));
    RefreshMeasures measures = new RefreshMeasures();
    Warnings said = new Warnings();
    try {
      RefreshHistory.inOne(
          member, said, measures, (work, all) -> RefreshViews.refresh(work, alone, all));
      ended.put(view, new Ended(Optional.empty(), measures, said));
      queue.done(id);
    } catch (NeedsToBeAlone e) {
      return; // it is refreshed when the others are
    } catch (SQLException | RuntimeException e) {
      ended.put(view, new Ended(Optional.of(e), measures, said));
      if (request.options().afterErrors() && !company.isCancelled()) {
        queue.done(id); // those that read it are refreshed all the same, as one after the other
      } else {
        queue.stop();
      }
    } finally {
      queue.left(id);
    }
  }

  /** Whoever interrupts the caller, or cancels its call, means the others, too. */
  private void awaitOthers() throws SQLException {
    boolean interrupted = Thread.interrupted();
    boolean over = false;
    while (!over) {
      if (interrupted || company.isCancelled()) {
        company.cancel();
      }
      try {
        over = queue.awaitEnd(BETWEEN_CANCELS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Which views were refreshed, and which have failed; what there is to be said of them is said.
   */
  Attempts attempts(RefreshMeasures measures, Warnings said) {
    Attempts attempts = new Attempts();
    for (View view : request.methods().keySet()) {
      Ended end = ended.get(view);
      if (end != null) {
        attempts.add(view, end.failure());
        measures.add(end.measures(), said);
        end.said().all().forEach(warning -> said.add(warning.text(), warning.code()));
      }
    }
    openings.missing().ifPresent(why -> said.add(missing(why)));
    if (company.isCancelled()) {
      attempts.cancelled();
    }
    return attempts;
  }

  private String missing(String why) {
    return "parallelism => %s: another connection is not to be had: %s"
        .formatted(request.options().parallelism(), why);
  }
}
