package org.mview.cli.shell;

import org.jspecify.annotations.Nullable;

/**
 * A table or a view of the database.
 *
 * @param catalog null where the database has none
 * @param schema null where the database has none
 * @param type as the driver calls it, such as TABLE, BASE TABLE, VIEW
 */
public record Relation(
    @Nullable String catalog, @Nullable String schema, String name, String type) {}
