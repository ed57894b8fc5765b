/** SQL text to {@code Command}; the only package that sees the parser library. */
@NullMarked
package org.mview.statement;

import org.jspecify.annotations.NullMarked;
