package org.mview.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mview.algebra.Shop.AMOUNT;
import static org.mview.algebra.Shop.CUSTOMER;
import static org.mview.algebra.Shop.ORDERS;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mview.algebra.Changes;
import org.mview.algebra.Tree;
import org.mview.sql.Column;

class AffectedKeysTest {
  @Test
  void theKeysOfAChangeAreThoseOfAllItsRowsWhateverTheirWeight() {
    assertThat(Tree.of(AffectedKeys.of(new Changes(ORDERS), List.of(CUSTOMER, AMOUNT))))
        .isEqualTo(
            """
            distinct customer$, amount$
              project customer$ := customer, amount$ := amount
                weight as mview$weight
                  changes of orders
            """);
  }

  @Test
  void theyHaveNamesOfTheirOwnAndTheTypesOfTheColumns() {
    assertThat(AffectedKeys.of(new Changes(ORDERS), List.of(AMOUNT)).columns())
        .containsExactly(new Column("amount$", AMOUNT.type()));
  }

  @Test
  void ofNoColumnsThereIsOneKeyAtMost() {
    assertThat(AffectedKeys.of(new Changes(ORDERS), List.of()).columns()).isEmpty();
  }
}
