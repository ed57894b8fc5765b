/** What is not as it should be in a database, what that means, and what mends it. */
@NullMarked
package org.mview.doctor;

import org.jspecify.annotations.NullMarked;
