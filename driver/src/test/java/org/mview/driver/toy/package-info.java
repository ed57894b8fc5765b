/** A driver with interfaces of its own, made over H2's, as an application might cast to them. */
@NullMarked
package org.mview.driver.toy;

import org.jspecify.annotations.NullMarked;
