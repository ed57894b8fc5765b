/** One session per connection: the entry, and what this transaction has touched. */
@NullMarked
package org.mview.session;

import org.jspecify.annotations.NullMarked;
