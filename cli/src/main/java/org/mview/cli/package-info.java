/** The command line: one class a subcommand. */
@NullMarked
package org.mview.cli;

import org.jspecify.annotations.NullMarked;
