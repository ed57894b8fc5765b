package org.mview.driver.wrap;

import java.sql.SQLException;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;

/**
 * The branches of one connection. The change logs are written inside them; the views ON COMMIT
 * follow a second phase that has succeeded, so that no branch in doubt holds a lock of a refresh.
 */
final class BranchResource implements XAResource {
  private final XAResource real;
  private final MViewXaConnection owner;

  BranchResource(XAResource real, MViewXaConnection owner) {
    this.real = real;
    this.owner = owner;
  }

  @Override
  public void start(Xid branch, int flags) throws XAException {
    try {
      owner.enterBranch();
    } catch (SQLException | RuntimeException e) {
      throw (XAException) new XAException(XAException.XAER_RMERR).initCause(e);
    }
    try {
      real.start(branch, flags);
    } catch (XAException | RuntimeException e) {
      owner.leaveBranch();
      throw e;
    }
  }

  @Override
  public void end(Xid branch, int flags) throws XAException {
    real.end(branch, flags);
  }

  @Override
  public int prepare(Xid branch) throws XAException {
    int vote = real.prepare(branch);
    owner.leaveBranch();
    return vote;
  }

  @Override
  public void commit(Xid branch, boolean onePhase) throws XAException {
    real.commit(branch, onePhase);
    owner.branchCommitted();
  }

  @Override
  public void rollback(Xid branch) throws XAException {
    real.rollback(branch);
    owner.leaveBranch();
  }

  @Override
  public void forget(Xid branch) throws XAException {
    real.forget(branch);
  }

  @Override
  public Xid[] recover(int flags) throws XAException {
    return real.recover(flags);
  }

  @Override
  public boolean isSameRM(XAResource other) throws XAException {
    return real.isSameRM(other instanceof BranchResource ours ? ours.real : other);
  }

  @Override
  public int getTransactionTimeout() throws XAException {
    return real.getTransactionTimeout();
  }

  @Override
  public boolean setTransactionTimeout(int seconds) throws XAException {
    return real.setTransactionTimeout(seconds);
  }
}
