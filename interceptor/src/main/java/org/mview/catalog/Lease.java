package org.mview.catalog;

import java.time.Instant;

/**
 * Who runs a job, and until when nobody else may.
 *
 * @param owner a name that no other process and no other thread has
 */
public record Lease(String owner, Instant until) {}
