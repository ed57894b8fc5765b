package org.mview.conformance.scenario;

import org.mview.conformance.MysqlDatabase;

class MysqlCoreTest extends CoreTest {
  MysqlCoreTest() {
    super(MysqlDatabase.MYSQL);
  }
}
