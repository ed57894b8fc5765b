package org.mview.driver.wrap;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import javax.sql.ConnectionEventListener;
import javax.sql.StatementEventListener;
import javax.sql.XAConnection;
import javax.transaction.xa.XAResource;
import org.jspecify.annotations.Nullable;
import org.mview.command.Options;
import org.mview.database.Log;

/**
 * A connection for distributed transactions: its handles are our connections, and its resource
 * tells their sessions where branches begin and end.
 *
 * <p>A transaction manager ends branches when the application has closed its handle, and also those
 * of others that it recovers: then the views are brought up to date through a handle that nobody
 * else sees.
 */
public final class MViewXaConnection implements XAConnection {
  private static final Log LOG = Log.of(MViewXaConnection.class);

  private final XAConnection real;
  private final Options options;
  private final ConnectionEvents events;
  private @Nullable MViewConnection handle;
  private boolean inBranch;

  /** Over a connection that the real data source has just opened. */
  public MViewXaConnection(XAConnection real, Options options) {
    this.real = real;
    this.options = options;
    this.events = new ConnectionEvents(this);
    real.addConnectionEventListener(events);
  }

  @Override
  public XAResource getXAResource() throws SQLException {
    return new BranchResource(real.getXAResource(), this);
  }

  /** A new handle; the one before is closed, as the real driver does. */
  @Override
  public Connection getConnection() throws SQLException {
    MViewConnection before = handle;
    if (before != null) {
      before.leaveSession();
    }
    MViewConnection opened = MViewConnection.open(real.getConnection(), options);
    if (inBranch) {
      opened.enterBranch();
    }
    handle = opened;
    return opened;
  }

  /** A branch is about to begin, or to go on. */
  void enterBranch() throws SQLException {
    MViewConnection open = openHandle();
    if (open != null) {
      open.enterBranch();
    }
    inBranch = true;
  }

  /** The branch is over here, without being committed. */
  void leaveBranch() {
    inBranch = false;
    if (handle != null) {
      handle.leaveBranch();
    }
  }

  /** A branch has been committed. What fails now cannot undo that, and is a warning. */
  void branchCommitted() {
    leaveBranch();
    try {
      MViewConnection open = openHandle();
      if (open == null) {
        events.withheld(this::refreshByHandleOfOwn);
      } else {
        open.branchCommitted();
      }
    } catch (SQLException | RuntimeException e) {
      LOG.warn("a branch is committed, and the views ON COMMIT are not yet refreshed", e);
    }
  }

  private void refreshByHandleOfOwn() throws SQLException {
    try (MViewConnection own = MViewConnection.open(real.getConnection(), options)) {
      own.branchCommitted();
      SQLWarning said = own.getWarnings();
      if (said != null) {
        throw said;
      }
    }
  }

  private @Nullable MViewConnection openHandle() throws SQLException {
    return handle == null || handle.isClosed() ? null : handle;
  }

  @Override
  public void close() throws SQLException {
    MViewConnection before = handle;
    handle = null;
    if (before != null) {
      before.leaveSession();
    }
    real.close();
  }

  @Override
  public void addConnectionEventListener(ConnectionEventListener listener) {
    events.add(listener);
  }

  @Override
  public void removeConnectionEventListener(ConnectionEventListener listener) {
    events.remove(listener);
  }

  /** Nothing: our statements are not kept for others. */
  @Override
  public void addStatementEventListener(StatementEventListener listener) {}

  /** Nothing, as none was added. */
  @Override
  public void removeStatementEventListener(StatementEventListener listener) {}
}
