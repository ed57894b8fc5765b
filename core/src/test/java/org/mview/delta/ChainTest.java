package org.mview.delta;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mview.algebra.Aggregate;
import org.mview.algebra.AggregateFunction;
import org.mview.algebra.Filter;
import org.mview.algebra.Join;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.Scan;
import org.mview.algebra.Table;
import org.mview.algebra.Table.TableColumn;
import org.mview.algebra.Tree;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.QualifiedName;
import org.mview.sql.Type;
import org.mview.sql.Type.Arithmetic;

/** What a chain of changes comes to is the change of the join, and it is written only if so. */
class ChainTest {
  private static final int CASES = 1_000;
  private static final int MOST_TABLES = 6;
  private static final Type NUMBER =
      new Type("INTEGER", Arithmetic.EXACT, true, Optional.empty(), true, true);
  private static final Type TEXT =
      new Type("TEXT", Arithmetic.EXACT, true, Optional.empty(), true, true);

  private static final Set<QualifiedName> ALL =
      RandomQuery.TABLES.stream().map(Table::name).collect(Collectors.toSet());

  private int names;

  @Test
  void theChangeIsTheDifferenceOfTheResults() {
    int links = 0;
    for (int seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      Relation query = query(random, 2 + random.nextInt(MOST_TABLES - 1));
      RandomData data = new RandomData(random, seed % 3 == 0, false);
      Chain chain = Chain.of(query, changed(data)).orElseThrow();
      Map<String, Bag> stored = new HashMap<>();
      Meaning meaning = new Meaning(data.now, data.changes, stored);
      chain.links().forEach(link -> stored.put(link.as().name(), meaning.of(link.rows())));
      Bag result = new Bag();
      result.addAll(meaning(data.before).of(query), 1);
      result.addAll(meaning.of(Planner.optimized(chain.change())), 1);
      assertThat(result)
          .as("seed %d\n%s\n%s", seed, Tree.of(query), chain)
          .isEqualTo(meaning(data.now).of(query));
      links += chain.links().size();
    }
    assertThat(links).isGreaterThan(CASES / 2);
  }

  @Test
  void aPlanByItBringsTheContainerUpToDate() {
    int chained = 0;
    for (int seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      Relation join = query(random, MOST_TABLES - seed % 3);
      Kept kept = Keeping.of(seed % 2 == 0 ? join : grouped(random, join));
      boolean insertsOnly = seed % 3 == 0;
      RandomData data = new RandomData(random, insertsOnly, seed % 5 == 0);
      if (changed(data).isEmpty()) {
        continue;
      }
      Change change =
          new Change(changed(data), insertsOnly, random.nextBoolean(), random.nextBoolean());
      RefreshPlan plan = Planner.fast(kept, change);
      chained += plan.steps().toString().contains("link1") ? 1 : 0;
      Bag container = meaning(data.before).of(kept.content());
      new PlanInMemory(kept, container, data.now, data.changes).run(plan);
      assertThat(container)
          .as("seed %d, kept %s\n%s", seed, kept.way(), Tree.of(kept.content()))
          .isEqualTo(meaning(data.now).of(kept.content()));
    }
    assertThat(chained).isGreaterThan(CASES / 10);
  }

  private Relation grouped(Random random, Relation join) {
    Column sum = new Column("sum" + names++, NUMBER);
    Arithmetic arithmetic = random.nextBoolean() ? Arithmetic.EXACT : Arithmetic.BY_VALUE;
    AggregateFunction function =
        random.nextInt(3) == 0
            ? AggregateFunction.max(any(random, join))
            : AggregateFunction.sum(any(random, join), arithmetic);
    return new Aggregate(
        join, List.of(any(random, join)), List.of(new Aggregate.Call(sum, function)));
  }

  @Test
  void itIsTakenForFiveChangedTablesAndMoreHoweverMany() {
    assertThat(PlanText.of(fast(4))).doesNotContain("link1");
    assertThat(PlanText.of(fast(5))).contains("keep link3").doesNotContain("link4");
    assertThat(PlanText.of(fast(20))).contains("keep link18");
  }

  private RefreshPlan fast(int tables) {
    return Planner.fast(Keeping.of(linked(tables)), new Change(ALL, false, false, false));
  }

  @Test
  void ofEachTableThereAreThreeTerms() {
    Relation join = linked(MOST_TABLES);
    Chain chain = Chain.of(join, ALL).orElseThrow();
    assertThat(chain.links())
        .hasSize(MOST_TABLES - 2)
        .allMatch(link -> Planner.optimized(link.rows()).inputs().get(0).inputs().size() == 3);
    assertThat(chain.links().get(1).rows().toString()).contains("link1").doesNotContain("link2");
    assertThat(chain.change().toString()).contains("link4").doesNotContain("link3");
  }

  @Test
  void whatHasNotChangedIsJoinedWithoutBeingPutAway() {
    assertThat(Chain.of(linked(3), Set.of(QualifiedName.of("b"))).orElseThrow().links()).isEmpty();
    Chain chain = Chain.of(linked(4), Set.of(QualifiedName.of("b"))).orElseThrow();
    assertThat(chain.links()).isEmpty();
    assertThat(Shape.leaves(Planner.optimized(chain.change()))).isEqualTo(3 * 4);
  }

  @Test
  void thereIsNoneThroughAProduct() {
    Relation two = new Join(scan("a", NUMBER), scan("b", NUMBER), List.of());
    assertThat(Chain.of(two, Set.of(QualifiedName.of("a")))).isEmpty();
    Scan left = scan("a", NUMBER);
    Scan right = scan("b", NUMBER);
    Relation unequal =
        new Join(
            left,
            right,
            List.of(Fragment.of("{} < {}", left.columns().get(0), right.columns().get(0))));
    assertThat(Chain.of(unequal, Set.of(QualifiedName.of("a")))).isEmpty();
  }

  /** What is put away has no type of its own, and a text is compared with a number in many ways. */
  @Test
  void thereIsNoneWhereTypesOrCollationsDecideWhatIsEqual() {
    assertThat(equalOn(NUMBER, NUMBER)).isPresent();
    assertThat(equalOn(NUMBER, TEXT)).isEmpty();
    assertThat(equalOn(Type.ANY, Type.ANY)).isEmpty();
    Type nocase = TEXT.collation(Optional.of("NOCASE"));
    assertThat(equalOn(nocase, nocase)).isEmpty();
  }

  @Test
  void thereIsNoneWhereMoreIsMadeOfTheValuesThanArithmetic() {
    Relation join = linked(3);
    Column column = join.columns().get(0);
    Column item = new Column("item", NUMBER);
    assertThat(of(join, item, Fragment.of("{} + 1", column))).isPresent();
    assertThat(of(join, item, Fragment.text("'x'"))).isPresent();
    assertThat(of(join, item, Fragment.of("{} || 'x'", column))).isEmpty();
  }

  @Test
  void aConditionOnOneTableIsThatOfTheTable() {
    Relation join = linked(3);
    Expression condition = Fragment.of("{} LIKE '1%'", join.columns().get(0));
    Chain chain =
        Chain.of(
                new Filter(join, List.of(condition)),
                Set.of(QualifiedName.of("a"), QualifiedName.of("b")))
            .orElseThrow();
    assertThat(Tree.of(chain.change())).contains("filter c0 LIKE '1%'\n        rows of a\n");
    assertThat(Tree.of(Planner.optimized(chain.change()))).doesNotStartWith("filter");
  }

  private static Optional<Chain> of(Relation join, Column item, Expression value) {
    return Chain.of(
        new Project(join, List.of(new Project.Item(item, value))), Set.of(QualifiedName.of("a")));
  }

  private Optional<Chain> equalOn(Type one, Type other) {
    Scan left = scan("a", one);
    Scan right = scan("b", other);
    Expression equal = Fragment.equal(left.columns().get(0), right.columns().get(0));
    return Chain.of(new Join(left, right, List.of(equal)), Set.of(QualifiedName.of("a")));
  }

  private Relation linked(int tables) {
    Relation join = scan("a", NUMBER);
    for (int i = 1; i < tables; i++) {
      Scan next = scan(i % 2 == 0 ? "a" : "b", NUMBER);
      Expression equal =
          Fragment.equal(join.columns().get(join.columns().size() - 1), next.columns().get(0));
      join = new Join(join, next, List.of(equal));
    }
    return join;
  }

  /** A join of so many tables, in any form, with conditions anywhere above them. */
  private Relation query(Random random, int tables) {
    List<Expression> later = new ArrayList<>();
    Relation join = join(random, tables, later);
    Relation filtered = Filter.of(join, later);
    if (random.nextBoolean()) {
      return filtered;
    }
    Column first = any(random, filtered);
    Column sum = new Column("sum" + names++, NUMBER);
    return new Project(
        filtered,
        List.of(
            Project.Item.of(first),
            new Project.Item(sum, Fragment.of("{} + {}", first, any(random, filtered)))));
  }

  private Relation join(Random random, int tables, List<Expression> later) {
    if (tables == 1) {
      Scan scan = scan(RandomQuery.TABLES.get(random.nextInt(3)).name().name().text(), NUMBER);
      return random.nextInt(4) > 0
          ? scan
          : new Filter(scan, List.of(Fragment.of("{} > 0", any(random, scan))));
    }
    int left = 1 + random.nextInt(tables - 1);
    Relation one = join(random, left, later);
    Relation other = join(random, tables - left, later);
    List<Expression> equal = List.of(Fragment.equal(any(random, one), any(random, other)));
    if (random.nextInt(3) == 0) {
      later.addAll(equal);
      return new Join(one, other, List.of());
    }
    return new Join(one, other, equal);
  }

  private static Column any(Random random, Relation relation) {
    return relation.columns().get(random.nextInt(relation.columns().size()));
  }

  private Scan scan(String name, Type type) {
    Table table =
        RandomQuery.TABLES.stream()
            .filter(t -> t.name().equals(QualifiedName.of(name)))
            .findFirst()
            .orElseThrow();
    return new Scan(
        table,
        table.columns().stream().map(c -> new Column("c" + names++, type)).toList(),
        table.columns().stream().map(TableColumn::name).toList());
  }

  private static Set<QualifiedName> changed(RandomData data) {
    return data.changes.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(entry -> QualifiedName.of(entry.getKey()))
        .collect(Collectors.toSet());
  }

  private static Meaning meaning(Map<String, Bag> tables) {
    return new Meaning(tables, Map.of(), new HashMap<>());
  }
}
