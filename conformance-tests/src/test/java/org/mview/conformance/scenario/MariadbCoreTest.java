package org.mview.conformance.scenario;

import org.mview.conformance.MysqlDatabase;

class MariadbCoreTest extends CoreTest {
  MariadbCoreTest() {
    super(MysqlDatabase.MARIADB);
  }
}
