package org.mview.repair;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One damage at least for each kind of finding. */
final class Damages {
  /** What another program writes meanwhile, which nobody hears. */
  static final String UNHEARD = "INSERT INTO orders VALUES (90, 2, 900)";

  private Damages() {}

  static Stream<Damage> all() {
    return Stream.of(
        new Damage(
            "a trigger is dropped",
            Map.of(
                "sqlite", List.of("DROP TRIGGER \"mview$insert$orders\"", UNHEARD),
                "postgresql", List.of("DROP TRIGGER \"mview$insert$orders\" ON orders", UNHEARD),
                "mysql", List.of("DROP TRIGGER `mview$insert$orders`", UNHEARD)),
            "orders",
            "triggers of its log are missing"),
        new Damage(
            "a trigger is switched off",
            Map.of(
                "postgresql",
                List.of("ALTER TABLE orders DISABLE TRIGGER \"mview$insert$orders\"", UNHEARD)),
            "orders",
            "triggers of its log are missing"),
        new Damage(
            "a trigger is replaced",
            Map.of(
                "sqlite",
                    List.of(
                        "DROP TRIGGER \"mview$insert$orders\"",
                        "CREATE TRIGGER \"mview$insert$orders\" AFTER INSERT ON orders BEGIN SELECT 1; END",
                        UNHEARD),
                "postgresql",
                    List.of(
                        """
                        CREATE OR REPLACE FUNCTION "mview$insert$orders"() RETURNS trigger \
                        LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'""",
                        UNHEARD),
                "mysql",
                    List.of(
                        "DROP TRIGGER `mview$insert$orders`",
                        "CREATE TRIGGER `mview$insert$orders` AFTER INSERT ON orders FOR EACH ROW SET @a = 1",
                        UNHEARD)),
            "orders",
            "does something else"),
        new Damage(
            "a trigger of a note is dropped",
            Map.of(
                "sqlite", List.of("DROP TRIGGER \"mview$touch$insert$orders\"", UNHEARD),
                "postgresql",
                    List.of("DROP FUNCTION \"mview$touch$insert$orders\"() CASCADE", UNHEARD),
                "mysql", List.of("DROP TRIGGER `mview$touch$insert$orders`", UNHEARD)),
            "orders",
            "triggers that note its changes"),
        Damage.everywhere(
            "the entry of a log is deleted",
            "orders",
            "belongs to no log",
            "DELETE FROM \"mview$log\" WHERE master = 'orders'",
            UNHEARD),
        Damage.everywhere(
            "the entry of a view is deleted",
            "mview$reader",
            "reads logs, and is gone",
            "DELETE FROM \"mview$view\" WHERE name = 'joined'"),
        Damage.everywhere(
            "the entry of a view with hidden columns is deleted",
            "averages",
            "the registry does not know it",
            "DELETE FROM \"mview$view\" WHERE name = 'averages'"),
        Damage.everywhere(
            "positions are deleted",
            "sums",
            "neither reads",
            "DELETE FROM \"mview$reader\"",
            UNHEARD),
        new Damage(
            "the table of a log is dropped",
            Map.of(
                "sqlite", List.of("DROP TABLE \"MLOG$_orders\""),
                "postgresql", List.of("DROP TABLE \"MLOG$_orders\" CASCADE"),
                "mysql", List.of("DROP TABLE `MLOG$_orders`")),
            "orders",
            "of its log is gone"),
        new Damage(
            "a table beside a log is dropped",
            Map.of("sqlite", List.of("DROP TABLE \"mview$replaced$orders\"")),
            "orders",
            "of its log is gone"),
        new Damage(
            "a view of the dictionary is dropped",
            Map.of(
                "any", List.of("DROP VIEW user_mview_comments"),
                "postgresql", List.of("DROP VIEW \"mview$pending\" CASCADE")),
            "",
            "missing"),
        new Damage(
            "the table of a view is dropped",
            Map.of(
                "any",
                List.of("DROP TABLE sums"),
                "postgresql",
                List.of("DROP TABLE sums CASCADE")),
            "sums",
            "holds its rows, is gone"),
        new Damage(
            "the hidden table of a view is dropped",
            Map.of(
                "any", List.of("DROP TABLE \"mview$c$averages\""),
                "postgresql", List.of("DROP TABLE \"mview$c$averages\" CASCADE")),
            "averages",
            "holds its rows, is gone"),
        new Damage(
            "the hidden table of a part of a view is dropped",
            Map.of(
                "any", List.of("DROP TABLE \"mview$i$regions$1\""),
                "postgresql", List.of("DROP TABLE \"mview$i$regions$1\" CASCADE")),
            "regions",
            "holds its rows, is gone"),
        Damage.everywhere(
            "the plain view in front is dropped",
            "averages",
            "the plain view in front",
            "DROP VIEW averages"),
        Damage.everywhere(
            "a view was never filled",
            "sums",
            "is entered, and not filled",
            "UPDATE \"mview$view\" SET populated = FALSE WHERE name = 'sums'",
            "DELETE FROM sums"),
        Damage.everywhere(
            "a master gets a column",
            "sums",
            "defined otherwise now",
            "ALTER TABLE orders ADD COLUMN note INTEGER"),
        Damage.everywhere(
            "a view that reads logs watches, too",
            "sums",
            "it reads their logs",
            "INSERT INTO \"mview$touch\" (master, view_id, touched) SELECT 'orders', id, 0 FROM \"mview$view\" WHERE name = 'sums'"),
        new Damage(
            "a log was made for a view that is gone",
            Map.of(
                "any",
                List.of(
                    "DELETE FROM \"mview$reader\" WHERE log_id = (SELECT id FROM \"mview$log\" WHERE master = 'region')",
                    "DELETE FROM \"mview$touch\" WHERE master = 'region'")),
            "region",
            "none reads it"),
        new Damage(
            "an index is dropped",
            Map.of(
                "any", List.of("DROP INDEX \"{index}\""),
                "mysql", List.of("DROP INDEX `{index}` ON orders"),
                "mariadb", List.of("DROP INDEX `{index}` ON orders")),
            "orders",
            "is gone"),
        Damage.everywhere(
            "nobody wants an index",
            "orders",
            "none wants it",
            "DELETE FROM \"mview$index_reader\""),
        Damage.everywhere(
            "an index without an entry",
            "customer",
            "none wants it",
            "CREATE INDEX \"mview$x$999\" ON customer (region)"),
        Damage.everywhere(
            "a hidden table without a view",
            "mview$c$old",
            "belongs to no view",
            "CREATE TABLE \"mview$c$old\" (a INTEGER)"),
        new Damage(
            "a log without an entry",
            Map.of(
                "sqlite",
                    List.of(
                        """
                        CREATE TABLE "MLOG$_old" ("SEQUENCE$$" INTEGER PRIMARY KEY, "DMLTYPE$$" TEXT, \
                        "OLD_NEW$$" TEXT, "SIGN$$" INTEGER, a INTEGER)"""),
                "postgresql",
                    List.of(
                        """
                        CREATE TABLE "MLOG$_old" ("SEQUENCE$$" bigint, "DMLTYPE$$" text, \
                        "OLD_NEW$$" text, "SIGN$$" numeric NOT NULL)""")),
            "MLOG$_old",
            "belongs to no view"),
        Damage.everywhere(
            "positions of a view that is gone",
            "mview$reader",
            "reads logs, and is gone",
            "INSERT INTO \"mview$reader\" (log_id, view_id, position) SELECT MIN(id), 4711, 0 FROM \"mview$log\""),
        Damage.everywhere(
            "columns of a view that is gone",
            "mview$column",
            "does not know",
            "INSERT INTO \"mview$column\" (view_id, position, name) VALUES (4711, 0, 'a')"));
  }
}
