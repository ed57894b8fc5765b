package org.mview.refresh;

import java.util.Optional;
import org.mview.catalog.View;

/**
 * What a refresh did.
 *
 * @param type how the view was refreshed
 * @param fellBack why it was not refreshed fast, although that was to be tried
 */
public record RefreshResult(View view, Type type, Optional<String> fellBack) {
  /** How a view was refreshed. */
  public enum Type {
    /** From the changes of its masters; there may have been none. */
    FAST,
    /** The same, where a call has asked for changed partitions. */
    FAST_PCT,
    /** By its query. */
    COMPLETE;

    /** As statistics of refreshes call it. */
    public String measured() {
      return this == FAST_PCT ? "PCT" : name();
    }
  }
}
