package org.mview.statement;

import java.util.Optional;

/**
 * An argument as a call gives it.
 *
 * @param name of the parameter; empty when its place says which one it is
 */
record GivenArgument(Optional<Name> name, Argument value) {}
