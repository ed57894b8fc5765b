package org.mview.statement;

import java.util.List;
import java.util.Optional;

/**
 * GRANT or REVOKE with a privilege that only Oracle knows, such as QUERY REWRITE.
 *
 * @param privileges those that only Oracle knows
 * @param remainder the statement without them, for the database; empty when there are no others
 */
public record ChangePrivileges(boolean grant, List<String> privileges, Optional<String> remainder)
    implements Command {
  public ChangePrivileges {
    privileges = List.copyOf(privileges);
    if (privileges.isEmpty()) {
      throw new IllegalArgumentException("without such a privilege it is the database's");
    }
  }
}
