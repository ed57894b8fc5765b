package org.mview.delta;

import java.util.Optional;
import org.mview.sql.Expression;

/**
 * How all rows of a master that one statement has changed are merged into groups, at once and
 * exactly: nothing is left to be looked at. It may be done in any order, as {@link DirectMerge}
 * says.
 *
 * @param merging changes the groups of which something has changed
 * @param ended whether a group that was merged into, over its columns, is to be taken out; empty
 *     where the group always stays
 */
public record SetMerge(Step merging, Optional<Expression> ended) {}
