/** What is left when a statement of ours fails, or the process ends in the middle of it. */
@NullMarked
package org.mview.crash;

import org.jspecify.annotations.NullMarked;
