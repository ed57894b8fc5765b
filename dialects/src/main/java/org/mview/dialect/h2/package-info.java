/** H2: its data, the clauses that only it has, and the triggers, which run inside it. */
@NullMarked
package org.mview.dialect.h2;

import org.jspecify.annotations.NullMarked;
