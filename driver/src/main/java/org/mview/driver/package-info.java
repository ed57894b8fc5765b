/** How an application gets a connection with materialized views: all the public API there is. */
@NullMarked
package org.mview.driver;

import org.jspecify.annotations.NullMarked;
