package org.mview.cli.tpch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes up orders, their lines, and customers: random, but like those of TPC-H. */
final class OrderRows {
  private static final List<String> PRIORITIES =
      List.of("1-URGENT", "2-HIGH", "3-MEDIUM", "4-NOT SPECIFIED", "5-LOW");
  private static final List<String> SHIP_MODES =
      List.of("AIR", "FOB", "MAIL", "RAIL", "REG AIR", "SHIP", "TRUCK");
  private static final List<String> SEGMENTS =
      List.of("AUTOMOBILE", "BUILDING", "FURNITURE", "HOUSEHOLD", "MACHINERY");
  private static final List<String> STATUSES = List.of("F", "O", "P");
  private static final int NATIONS = 25;

  /**
   * Half of the year is after the last order of TPC-H, so that months appear that were not there.
   */
  private static final LocalDate FIRST_DAY = LocalDate.of(1998, 2, 1);

  private final Random random;
  private final long parts;
  private final long suppliers;

  OrderRows(Random random, long parts, long suppliers) {
    this.random = random;
    this.parts = parts;
    this.suppliers = suppliers;
  }

  /** The columns of orders. */
  List<Object> order(long order, long customer, long total) {
    String clerk = "Clerk#%09d".formatted(1 + random.nextInt(1000));
    return List.of(order, customer, "O", total, day(), any(PRIORITIES), clerk, 0, "new order");
  }

  /** The columns of lineitem. */
  List<Object> line(long order, int number, int quantity, long price) {
    LocalDate ordered = day();
    List<Object> line = new ArrayList<>(List.of(order, part(), supplier(), number));
    line.addAll(List.of(quantity, price, percent(10), percent(8), "N", "O"));
    line.addAll(List.of(ordered.plusDays(20), ordered.plusDays(30), ordered.plusDays(40)));
    line.addAll(List.of("NONE", any(SHIP_MODES), "new line"));
    return line;
  }

  /** The columns of customer. */
  List<Object> customer(long customer) {
    String name = "Customer#%09d".formatted(customer);
    long nation = nation();
    String phone = "%d-555-%04d".formatted(10 + nation, random.nextInt(10_000));
    String address = random.nextInt(1000) + " High Street";
    return List.of(customer, name, address, nation, phone, 0, segment(), "new");
  }

  int quantity() {
    return 1 + random.nextInt(50);
  }

  /** In cents, from 900.00 a piece. */
  long price(int quantity) {
    return (90_000L + random.nextInt(110_000)) * quantity;
  }

  int percent(int most) {
    return random.nextInt(most + 1);
  }

  LocalDate day() {
    return FIRST_DAY.plusDays(random.nextInt(365));
  }

  String status() {
    return any(STATUSES);
  }

  String segment() {
    return any(SEGMENTS);
  }

  long nation() {
    return random.nextInt(NATIONS);
  }

  long supplier() {
    return 1 + random.nextLong(suppliers);
  }

  private long part() {
    return 1 + random.nextLong(parts);
  }

  private String any(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
