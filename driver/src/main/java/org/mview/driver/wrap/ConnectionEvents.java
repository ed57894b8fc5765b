package org.mview.driver.wrap;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import javax.sql.PooledConnection;
import org.mview.session.SqlAction;

/** What happens to the handles of a real connection, told as of ours. */
final class ConnectionEvents implements ConnectionEventListener {
  private final PooledConnection ours;
  private final List<ConnectionEventListener> listeners = new CopyOnWriteArrayList<>();
  private boolean withheld;

  ConnectionEvents(PooledConnection ours) {
    this.ours = ours;
  }

  void add(ConnectionEventListener listener) {
    listeners.add(listener);
  }

  void remove(ConnectionEventListener listener) {
    listeners.remove(listener);
  }

  /** Says nothing of the handles that this opens and closes. */
  void withheld(SqlAction action) throws SQLException {
    withheld = true;
    try {
      action.run();
    } finally {
      withheld = false;
    }
  }

  @Override
  public void connectionClosed(ConnectionEvent event) {
    if (!withheld) {
      tell(event, ConnectionEventListener::connectionClosed);
    }
  }

  /** Told in any case: the connection itself is of no use any more. */
  @Override
  public void connectionErrorOccurred(ConnectionEvent event) {
    tell(event, ConnectionEventListener::connectionErrorOccurred);
  }

  private void tell(
      ConnectionEvent event, BiConsumer<ConnectionEventListener, ConnectionEvent> word) {
    ConnectionEvent told = new ConnectionEvent(ours, event.getSQLException());
    listeners.forEach(listener -> word.accept(listener, told));
  }
}
