package org.mview.cli.tpch;

import io.trino.tpch.Customer;
import io.trino.tpch.LineItem;
import io.trino.tpch.Nation;
import io.trino.tpch.Order;
import io.trino.tpch.Part;
import io.trino.tpch.PartSupplier;
import io.trino.tpch.Region;
import io.trino.tpch.Supplier;
import io.trino.tpch.TpchTable;
import java.util.List;
import org.mview.cli.tpch.RowCount.Fixed;
import org.mview.cli.tpch.RowCount.PerScale;

/** The eight tables of TPC-H, with the keys of its specification (revision 3, section 1.4). */
public final class TpchTables {
  public static final TableDefinition<Region> REGION =
      new TableDefinition<>(TpchTable.REGION, new Fixed(5), List.of("r_regionkey"), List.of());

  public static final TableDefinition<Nation> NATION =
      new TableDefinition<>(
          TpchTable.NATION, new Fixed(25), List.of("n_nationkey"), List.of(List.of("n_regionkey")));

  public static final TableDefinition<Supplier> SUPPLIER =
      new TableDefinition<>(
          TpchTable.SUPPLIER,
          new PerScale(10_000),
          List.of("s_suppkey"),
          List.of(List.of("s_nationkey")));

  public static final TableDefinition<Customer> CUSTOMER =
      new TableDefinition<>(
          TpchTable.CUSTOMER,
          new PerScale(150_000),
          List.of("c_custkey"),
          List.of(List.of("c_nationkey")));

  public static final TableDefinition<Part> PART =
      new TableDefinition<>(TpchTable.PART, new PerScale(200_000), List.of("p_partkey"), List.of());

  public static final TableDefinition<PartSupplier> PARTSUPP =
      new TableDefinition<>(
          TpchTable.PART_SUPPLIER,
          new PerScale(800_000),
          List.of("ps_partkey", "ps_suppkey"),
          List.of(List.of("ps_suppkey")),
          NewPartSuppliers::new);

  public static final TableDefinition<Order> ORDERS =
      new TableDefinition<>(
          TpchTable.ORDERS,
          new PerScale(1_500_000),
          List.of("o_orderkey"),
          List.of(List.of("o_custkey")));

  public static final TableDefinition<LineItem> LINEITEM =
      new TableDefinition<>(
          TpchTable.LINE_ITEM,
          new PerScale(6_001_215),
          List.of("l_orderkey", "l_linenumber"),
          List.of(List.of("l_partkey", "l_suppkey"), List.of("l_suppkey")));

  /** All of them, each after those that its foreign keys refer to. */
  public static final List<TableDefinition<?>> ALL =
      List.of(REGION, NATION, SUPPLIER, CUSTOMER, PART, PARTSUPP, ORDERS, LINEITEM);

  private TpchTables() {}
}
