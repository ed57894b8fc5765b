package org.mview.concurrency;

import java.nio.charset.StandardCharsets;
import javax.transaction.xa.Xid;

/** The name of a branch. */
record BranchId(String transaction) implements Xid {
  @Override
  public int getFormatId() {
    return 1;
  }

  @Override
  public byte[] getGlobalTransactionId() {
    return transaction.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public byte[] getBranchQualifier() {
    return new byte[] {1};
  }
}
