package org.mview.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Which of several views is refreshed next, where some are refreshed at a time: the first that
 * reads none that is still to be refreshed, and locks nothing that one locks which is being
 * refreshed. For any number of threads.
 */
final class RefreshQueue {
  private final List<Place> waiting;
  private final List<Place> running = new ArrayList<>();

  /** The ids of the views that have not been refreshed. */
  private final Set<Long> open = new HashSet<>();

  private boolean stopped;

  RefreshQueue(List<Place> places) {
    this.waiting = new ArrayList<>(places);
    places.forEach(place -> open.add(place.id()));
  }

  /**
   * A view that is to be refreshed.
   *
   * @param id of the view
   * @param behind the ids of those that it reads, by way of others, too
   * @param locks the ids of the views and logs that its refresh locks
   */
  record Place(long id, Set<Long> behind, Set<Long> locks) {
    Place {
      behind = Set.copyOf(behind);
      locks = Set.copyOf(locks);
    }

    /** Whether another one may be refreshed at the same time. */
    boolean mayRunBeside(Place other) {
      return !behind.contains(other.id)
          && !other.behind.contains(id)
          && Collections.disjoint(locks, other.locks);
    }
  }

  /** Whether any two may be refreshed at a time. */
  static boolean hasCompany(List<Place> places) {
    return places.stream()
        .anyMatch(
            one -> places.stream().anyMatch(two -> one.id() != two.id() && one.mayRunBeside(two)));
  }

  /**
   * Takes the next view, by its id; waits for one that is being refreshed, if nothing can be begun
   * before.
   *
   * @return empty when nothing is left to be begun, nor will be
   */
  synchronized OptionalLong take() throws InterruptedException {
    while (!stopped && !waiting.isEmpty()) {
      Optional<Place> next = next();
      if (next.isPresent()) {
        waiting.remove(next.get());
        running.add(next.get());
        return OptionalLong.of(next.get().id());
      } else if (running.isEmpty()) {
        break; // the others are behind one that is left
      }
      wait();
    }
    return OptionalLong.empty();
  }

  private Optional<Place> next() {
    return waiting.stream()
        .filter(place -> Collections.disjoint(place.behind(), open))
        .filter(place -> running.stream().allMatch(place::mayRunBeside))
        .findFirst();
  }

  /** The refresh of a view has ended, and those that read it may begin. */
  synchronized void done(long id) {
    open.remove(id);
    left(id);
  }

  /** A view is left as it is: those that read it are, too. */
  synchronized void left(long id) {
    running.removeIf(place -> place.id() == id);
    notifyAll();
  }

  /** None is begun any more. */
  synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  /**
   * Waits until none is being refreshed.
   *
   * @param patience the longest time to wait; at least a millisecond
   * @return false when one still is
   */
  synchronized boolean awaitEnd(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    long left = patience.toMillis();
    while (left > 0 && !running.isEmpty()) {
      wait(left);
      left = Duration.ofNanos(end - System.nanoTime()).toMillis();
    }
    return running.isEmpty();
  }
}
