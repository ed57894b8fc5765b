package org.mview.statement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransactionTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          BEGIN                                     | BEGIN       | ``
          begin exclusive transaction;              | BEGIN       | ``
          START TRANSACTION READ ONLY               | BEGIN       | ``
          COMMIT                                    | COMMIT      | ``
          COMMIT WORK;                              | COMMIT      | ``
          END                                       | COMMIT      | ``
          /* a */ END -- b                          | COMMIT      | ``
          ROLLBACK                                  | ROLLBACK    | ``
          ROLLBACK TRANSACTION ;                    | ROLLBACK    | ``
          ROLLBACK /* TO a */                       | ROLLBACK    | ``
          ABORT                                     | ROLLBACK    | ``
          abort work;                               | ROLLBACK    | ``
          COMMIT AND CHAIN                          | COMMIT_AND_BEGIN   | ``
          END WORK AND CHAIN;                       | COMMIT_AND_BEGIN   | ``
          ROLLBACK AND CHAIN                        | ROLLBACK_AND_BEGIN | ``
          COMMIT AND NO CHAIN                       | COMMIT      | ``
          ROLLBACK TO a                             | ROLLBACK_TO | a
          ROLLBACK TRANSACTION TO SAVEPOINT "a b"   | ROLLBACK_TO | a b
          SAVEPOINT A                               | SAVEPOINT   | A
          SAVEPOINT [a b] -- c                      | SAVEPOINT   | a b
          RELEASE a                                 | RELEASE     | a
          RELEASE SAVEPOINT a;                      | RELEASE     | a
          XA START 'a', 'b'                         | BEGIN_BRANCH  | ``
          xa begin x'01' JOIN                       | BEGIN_BRANCH  | ``
          XA END 'a'                                | OTHER         | ``
          XA PREPARE 'a'                            | PREPARE       | ``
          /* a */ XA ROLLBACK 'a';                  | ROLLBACK      | ``
          XA COMMIT 'a' ONE PHASE                   | COMMIT_BRANCH | ``
          XA RECOVER                                | OTHER         | ``
          XA                                        | OTHER         | ``
          PREPARE TRANSACTION 'a'                   | PREPARE       | ``
          COMMIT PREPARED 'a'                       | COMMIT_BRANCH | ``
          ROLLBACK PREPARED 'a'                     | ROLLBACK      | ``
          PREPARE COMMIT a;                         | PREPARE_BY_NAME | ``
          COMMIT TRANSACTION "A b"                  | COMMIT_BY_NAME | ``
          COMMIT TRANSACTION                        | COMMIT        | ``
          ROLLBACK TRANSACTION a                    | ROLLBACK      | ``
          PREPARE a AS SELECT 1                     | OTHER         | ``
          SELECT 1                                  | OTHER       | ``
          ;                                         | OTHER       | ``
          -- BEGIN                                  | OTHER       | ``
          """)
  void aTextSaysWhatItDoesToTheTransaction(
      String sql, TransactionText.Does kind, String savepoint) {
    assertThat(TransactionText.of(sql, LexicalRules.SQLITE))
        .isEqualTo(new TransactionText(kind, savepoint));
  }
}
