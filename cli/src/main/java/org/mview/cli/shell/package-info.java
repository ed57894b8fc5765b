/** The interactive shell. */
@NullMarked
package org.mview.cli.shell;

import org.jspecify.annotations.NullMarked;
