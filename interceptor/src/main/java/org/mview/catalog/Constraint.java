package org.mview.catalog;

import org.mview.sql.Identifier;

/**
 * A constraint on the rows of a view.
 *
 * @param definition without its name, as SQL has it: {@code CHECK (total < 1000)}
 */
public record Constraint(Identifier name, String definition) {}
