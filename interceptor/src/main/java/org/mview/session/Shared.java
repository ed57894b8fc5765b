package org.mview.session;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.mview.catalog.Registry;
import org.mview.database.Database;

/** What the sessions of one database share. */
final class Shared {
  private final AtomicInteger epoch = new AtomicInteger();
  private volatile @Nullable Knowledge knowledge;

  /** How often what we know has changed. */
  int epoch() {
    return epoch.get();
  }

  /** What was known last; read by this connection if nothing is known yet. */
  Knowledge known(Database database) throws SQLException {
    Knowledge known = knowledge;
    return known == null ? read(database) : known;
  }

  /** What is known, after a look whether it still holds. */
  Knowledge current(Database database) throws SQLException {
    Knowledge known = knowledge;
    boolean holds =
        known != null
            && known.version().equals(new Registry(database).version(known.hasRegistry()));
    return holds ? known : read(database);
  }

  private Knowledge read(Database database) throws SQLException {
    Knowledge read = Knowledge.read(database);
    knowledge = read;
    epoch.incrementAndGet();
    return read;
  }

  /** What is known may be of a transaction that is undone: it is to be read again. */
  void forget() {
    knowledge = null;
    epoch.incrementAndGet();
  }
}
