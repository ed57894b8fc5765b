package org.mview.delta;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mview.algebra.Relation;
import org.mview.algebra.Tree;
import org.mview.algebra.UnionAll;
import org.mview.sql.QualifiedName;

/** Applying the derived change to the old bag gives the new bag, for random queries and data. */
class DeltaMeaningTest {
  private static final int CASES = 1_500;

  @Test
  void theDerivedChangeIsTheDifferenceOfTheResults() {
    for (int seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      Relation query = new RandomQuery(random).query();
      RandomData data = new RandomData(random, seed % 3 == 0, seed % 5 == 0);
      Relation delta = Planner.optimized(DeltaRules.changes(query, changed(data)));
      Bag result = new Bag();
      result.addAll(meaning(data.before, Map.of()).of(query), 1);
      result.addAll(meaning(data.now, data.changes).of(delta), 1);
      assertThat(result)
          .as("seed %d\n%s\n%s\n%s", seed, Tree.of(query), Tree.of(delta), data.changes)
          .isEqualTo(meaning(data.now, Map.of()).of(query));
    }
  }

  @Test
  void thePlanBringsTheContainerUpToDate() {
    bringsUpToDate(Random::nextBoolean, plan -> plan);
  }

  /** Whether anything has changed or not, and of however many tables: it is not asked before. */
  @Test
  void whatStaysAndWhatComesAreTheRowsOfNow() {
    assertThat(readsAll(Integer.MAX_VALUE)).isLessThan(CASES / 5);
  }

  @Test
  void soTheyAreWhereAllIsRead() {
    assertThat(readsAll(0)).isEqualTo(CASES);
  }

  /** Checks reading, and answers how often all is read. */
  private static int readsAll(int most) {
    int all = 0;
    for (int seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      Kept kept = Keeping.of(new RandomQuery(random).query());
      RandomData data = new RandomData(random, seed % 3 == 0, seed % 5 == 0);
      FreshRows fresh = FreshReading.of(kept, most);
      all += fresh.manner() == FreshRows.Manner.ALL ? 1 : 0;
      Bag container = meaning(data.before, Map.of()).of(kept.content());
      Map<String, Bag> stored = new HashMap<>(Map.of(Step.CONTAINER, container));
      Meaning meaning = new Meaning(data.now, data.changes, stored);
      fresh.kept().forEach(k -> stored.put(k.as().name(), meaning.of(k.rows())));
      String what = "seed %d, kept %s\n%s".formatted(seed, kept.way(), fresh);
      assertThat(sum(meaning.of(fresh.staying()), meaning.of(fresh.coming())))
          .as(what)
          .isEqualTo(meaning(data.now, Map.of()).of(kept.content()));
      assertThat(sum(meaning.of(fresh.staying()), meaning.of(fresh.going())))
          .as(what)
          .isEqualTo(container);
    }
    return all;
  }

  private static Bag sum(Bag one, Bag other) {
    Bag sum = new Bag();
    sum.addAll(one, 1);
    sum.addAll(other, 1);
    return sum;
  }

  @Test
  void whatIsReadAtOnceBringsItUpToDateToo() {
    bringsUpToDate(random -> true, DeltaMeaningTest::arranged);
  }

  /** To the parts that read it an inner view is a table, and what changed in it stands in a log. */
  @Test
  void innerViewsAreBroughtUpToDateBeforeTheViewThatReadsThem() {
    int inner = 0;
    for (int seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      Relation query = new RandomQuery(random).query();
      RandomData data = new RandomData(random, seed % 3 == 0, seed % 5 == 0);
      InnerViews.Divided parts = InnerViews.of(query, number -> QualifiedName.of("inner" + number));
      for (int i = 0; i < parts.inner().size(); i++, inner++) {
        String name = "inner" + i;
        data.put(name, refreshed(seed, parts.inner().get(i), data, random));
      }
      data.put("view", refreshed(seed, parts.outer(), data, random));
      assertThat(data.now.get("view"))
          .as("seed %d\n%s\n%s", seed, Tree.of(query), parts)
          .isEqualTo(meaning(data.now, Map.of()).of(query));
    }
    assertThat(inner).isGreaterThan(CASES / 4);
  }

  /** Where nobody waits for what the reading answers, it may have kept nothing. */
  @Test
  void whatFollowsAReadingOfNothingChangesNothing() {
    int idle = 0;
    for (int seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      Kept kept = Keeping.of(new RandomQuery(random).query());
      RandomData data = new RandomData(random, seed % 3 == 0, seed % 5 == 0);
      Change change = new Change(changed(data), seed % 3 == 0, random.nextBoolean(), true);
      OneReading reading = OneReading.of(Planner.fast(kept, change).steps());
      if (reading.isIdleWithoutRows() && !reading.after().isEmpty()) {
        Bag container = meaning(data.before, Map.of()).of(kept.content());
        new PlanInMemory(kept, container, data.now, Map.of()).run(withoutRows(reading));
        assertThat(container)
            .as("seed %d, kept %s\n%s", seed, kept.way(), Tree.of(kept.content()))
            .isEqualTo(meaning(data.before, Map.of()).of(kept.content()));
        idle++;
      }
    }
    assertThat(idle).isGreaterThan(CASES / 4);
  }

  private static RefreshPlan withoutRows(OneReading reading) {
    List<Step> steps = new ArrayList<>();
    for (Step step : reading.reading()) {
      if (step instanceof Step.Keep keep) {
        steps.add(new Step.Keep(keep.as(), UnionAll.nothing(keep.rows().columns())));
      }
    }
    steps.addAll(reading.after());
    return new RefreshPlan(steps, Optional.empty());
  }

  /** What the query of a part shows before and after its refresh. */
  private static List<Bag> refreshed(int seed, Relation part, RandomData data, Random random) {
    Kept kept = Keeping.of(part);
    Bag container = meaning(data.before, Map.of()).of(kept.content());
    Bag before = visible(kept, container);
    boolean insertsOnly =
        data.changes.values().stream()
            .allMatch(change -> change.rows().stream().allMatch(row -> change.weight(row) > 0));
    Change change =
        new Change(changed(data), insertsOnly, random.nextBoolean(), random.nextBoolean());
    new PlanInMemory(kept, container, data.now, data.changes).run(Planner.fast(kept, change));
    assertThat(container)
        .as("seed %d, kept %s\n%s", seed, kept.way(), Tree.of(kept.content()))
        .isEqualTo(meaning(data.now, Map.of()).of(kept.content()));
    return List.of(before, visible(kept, container));
  }

  private static Bag visible(Kept kept, Bag container) {
    Bag visible = new Bag();
    container.forEach(
        (row, weight) -> visible.add(Bag.Row.of(row.values().subList(0, kept.visible())), weight));
    return visible;
  }

  private static void bringsUpToDate(
      Predicate<Random> grouped, UnaryOperator<RefreshPlan> arrangement) {
    for (int seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      Kept kept = Keeping.of(new RandomQuery(random).query());
      boolean insertsOnly = seed % 3 == 0;
      RandomData data = new RandomData(random, insertsOnly, seed % 5 == 0);
      if (changed(data).isEmpty()) {
        continue;
      }
      Bag container = meaning(data.before, Map.of()).of(kept.content());
      boolean constrained = random.nextBoolean();
      Change change = new Change(changed(data), insertsOnly, constrained, grouped.test(random));
      new PlanInMemory(kept, container, data.now, data.changes)
          .run(arrangement.apply(Planner.fast(kept, change)));
      assertThat(container)
          .as("seed %d, kept %s\n%s", seed, kept.way(), Tree.of(kept.content()))
          .isEqualTo(meaning(data.now, Map.of()).of(kept.content()));
    }
  }

  private static RefreshPlan arranged(RefreshPlan plan) {
    OneReading reading = OneReading.of(plan.steps());
    assertThat(reading.after()).noneMatch(step -> OneReading.reads(step.rows()));
    assertThat(reading.before()).noneMatch(step -> OneReading.reads(step.rows()));
    List<Step> steps = new ArrayList<>(reading.before());
    steps.addAll(reading.reading());
    steps.addAll(reading.after());
    return new RefreshPlan(steps, plan.otherwise().map(DeltaMeaningTest::arranged));
  }

  private static Set<QualifiedName> changed(RandomData data) {
    return data.changes.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(entry -> QualifiedName.of(entry.getKey()))
        .collect(Collectors.toSet());
  }

  private static Meaning meaning(Map<String, Bag> tables, Map<String, Bag> changes) {
    return new Meaning(tables, changes, new HashMap<>());
  }
}
