package org.mview.catalog;

/**
 * By which it is seen that what is known of the views may be wrong.
 *
 * @param schema changes with every table, view, index and trigger that anybody makes or removes
 * @param number changes with everything that we write into the registry about views and logs
 */
public record Version(long schema, long number) {}
