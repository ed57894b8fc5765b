/** Holds the documents against what is built: their examples run, their links lead somewhere. */
@NullMarked
package org.mview.docs;

import org.jspecify.annotations.NullMarked;
