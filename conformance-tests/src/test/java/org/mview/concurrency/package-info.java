/** Many connections at once: whatever they do, a view is right or says that it is not. */
@NullMarked
package org.mview.concurrency;

import org.jspecify.annotations.NullMarked;
