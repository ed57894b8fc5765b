package org.mview.dimension;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mview.dimension.Claim.HasParent;
import org.mview.dimension.Claim.NeverNull;
import org.mview.dimension.Claim.OneValue;
import org.mview.dimension.Claim.Relationship;
import org.mview.dimension.Dimension.Attribute;
import org.mview.dimension.Dimension.Hierarchy;
import org.mview.dimension.Dimension.JoinKey;
import org.mview.dimension.Dimension.Level;
import org.mview.dimension.Dimension.Source;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/** What a dimension says of rows. */
class ClaimsTest {
  private static final QualifiedName T = QualifiedName.of("t");
  private static final QualifiedName U = QualifiedName.of("u");

  private static final Level CITY = new Level(id("city"), of(T, "a"), false);
  private static final Level STATE = new Level(id("state"), of(T, "b", "c"), true);
  private static final Level LAND = new Level(id("land"), of(T, "d"), false);
  private static final Level ABROAD = new Level(id("abroad"), of(U, "k"), false);

  private static final JoinKey KEY = new JoinKey(of(T, "k"), id("abroad"));

  private static Identifier id(String name) {
    return Identifier.of(name);
  }

  private static List<Source> of(QualifiedName table, String... columns) {
    return List.of(columns).stream().map(c -> new Source(table, id(c))).toList();
  }

  private static List<Identifier> ids(String... names) {
    return List.of(names).stream().map(Identifier::of).toList();
  }

  private static OneValue child(List<Identifier> member, List<Identifier> values) {
    return new OneValue(Relationship.CHILD_OF, T, member, values, List.of(), List.of());
  }

  private static List<Claim> claims(boolean withNulls, List<JoinKey> keys, Level... levels) {
    Hierarchy hierarchy =
        new Hierarchy(id("h"), List.of(levels).stream().map(Level::name).toList(), keys);
    return Claims.of(
        new Dimension(1, QualifiedName.of("d"), List.of(levels), List.of(hierarchy), List.of()),
        withNulls);
  }

  @Test
  void aChildHasOneParent() {
    assertThat(claims(false, List.of(), CITY, LAND)).containsExactly(child(ids("a"), ids("d")));
  }

  @Test
  void nullsAreLookedForWhereTheLevelMayNotBeSkipped() {
    assertThat(claims(true, List.of(), CITY, STATE))
        .containsExactly(
            new NeverNull(T, ids("a")),
            new OneValue(
                Relationship.CHILD_OF, T, ids("a"), ids("b", "c"), ids("b", "c"), List.of()));
  }

  @Test
  void behindALevelThatIsSkippedTheNextOneIsTheParent() {
    assertThat(claims(false, List.of(), CITY, STATE, LAND))
        .containsExactly(
            new OneValue(
                Relationship.CHILD_OF, T, ids("a"), ids("b", "c"), ids("b", "c"), List.of()),
            new OneValue(
                Relationship.CHILD_OF, T, ids("a"), ids("d"), List.of(), List.of(ids("b", "c"))),
            child(ids("b", "c"), ids("d")));
  }

  @Test
  void aJoinKeyIsDeterminedAndHasItsParent() {
    assertThat(claims(true, List.of(KEY), CITY, ABROAD))
        .containsExactly(
            new NeverNull(T, ids("a")),
            new NeverNull(U, ids("k")),
            child(ids("a"), ids("k")),
            new HasParent(T, ids("k"), U, ids("k")),
            new NeverNull(T, ids("k")));
  }

  @Test
  void anotherTableBehindALevelThatIsSkippedIsReachedByTheKey() {
    assertThat(claims(false, List.of(KEY), CITY, STATE, ABROAD))
        .contains(
            new OneValue(
                Relationship.CHILD_OF, T, ids("a"), ids("k"), List.of(), List.of(ids("b", "c"))))
        .hasSize(4);
  }

  @Test
  void whatIsSaidTwiceIsLookedAtOnce() {
    Hierarchy one = new Hierarchy(id("h"), List.of(CITY.name(), LAND.name()), List.of());
    Hierarchy two = new Hierarchy(id("g"), List.of(CITY.name(), LAND.name()), List.of());
    Attribute attribute = new Attribute(id("x"), id("CITY"), of(T, "e"));
    Dimension dimension =
        new Dimension(
            1,
            QualifiedName.of("d"),
            List.of(CITY, LAND),
            List.of(one, two),
            List.of(attribute, attribute));
    assertThat(Claims.of(dimension, false))
        .containsExactly(
            child(ids("a"), ids("d")),
            new OneValue(Relationship.DETERMINES, T, ids("a"), ids("e"), List.of(), List.of()));
  }
}
