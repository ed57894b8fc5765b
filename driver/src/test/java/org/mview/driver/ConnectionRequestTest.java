package org.mview.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mview.error.MViewException;

class ConnectionRequestTest {
  @ParameterizedTest
  @CsvSource({
    "sqlite:file.db?mview.autoLog=false, sqlite:file.db",
    "mysql://h/d?a=1&mview.autoLog=false, mysql://h/d?a=1",
    "mysql://h/d?mview.autoLog=false&a=1, mysql://h/d?a=1",
    "mysql://h/d?a=1&mview.autoLog=false&b=2, mysql://h/d?a=1&b=2",
    "mysql://h/d?mview.autoLog=false&mview.floatSums=additive&a=1, mysql://h/d?a=1",
    "mysql://h/d?mview.floatSums=additive&mview.autoLog=false, mysql://h/d",
    "sqlserver://h;mview.autoLog=false;databaseName=d, sqlserver://h;databaseName=d",
    "h2:mem:;MODE=Oracle;mview.autoLog=false, h2:mem:;MODE=Oracle",
    "x:y?mview.autoLog=false#part, x:y#part",
    "x:mview.y?xmview.a=1&mview.autoLog=false, x:mview.y?xmview.a=1"
  })
  void ourPropertiesAreCutOutOfTheUrl(String given, String real) {
    ConnectionRequest request = ConnectionRequest.of("jdbc:mview:" + given, new Properties());
    assertThat(request.url()).isEqualTo("jdbc:" + real);
    assertThat(request.ours()).containsEntry("mview.autoLog", "false");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sqlite:",
        "postgresql://[::1]:5432,other/d%20b?user=a%26b&password=?&ssl",
        "oracle:thin:u/p@(DESCRIPTION=(ADDRESS=(HOST=h)))",
        "sqlite:some/where.db?xmview.autoLog=1",
        "x:mview:y"
      })
  void theRestGoesOnByteForByte(String rest) {
    ConnectionRequest request = ConnectionRequest.of("jdbc:mview:" + rest, new Properties());
    assertThat(request.url()).isEqualTo("jdbc:" + rest);
    assertThat(request.ours()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x:?mview.driver", "x:?mview.driver=", "x:;mview.driver;a=b"})
  void aPropertyWithoutAValueIsEmpty(String rest) {
    assertThat(ConnectionRequest.of("jdbc:mview:" + rest, new Properties()).ours())
        .isEqualTo(Map.of("mview.driver", ""));
  }

  @Test
  void withoutOursThePropertiesAreTheSameObject() {
    Properties given = new Properties();
    given.setProperty("user", "u");
    assertThat(ConnectionRequest.of("jdbc:mview:x:", given).properties()).isSameAs(given);
  }

  @Test
  void oursAreTakenOutOfACopy() {
    Properties defaults = new Properties();
    defaults.setProperty("user", "u");
    Properties given = new Properties(defaults);
    given.setProperty("mview.autoLog", "false");
    given.put("object", 7);
    ConnectionRequest request = ConnectionRequest.of("jdbc:mview:x:", given);
    assertThat(request.properties())
        .containsExactlyInAnyOrderEntriesOf(Map.of("user", "u", "object", 7));
    assertThat(request.ours()).isEqualTo(Map.of("mview.autoLog", "false"));
    assertThat(given).containsKey("mview.autoLog");
  }

  @Test
  void whatTheUrlSaysGoesBeforeWhatThePropertiesSay() {
    Properties given = new Properties();
    given.setProperty("mview.autoLog", "false");
    assertThat(ConnectionRequest.of("jdbc:mview:x:?mview.autoLog=true", given).ours())
        .isEqualTo(Map.of("mview.autoLog", "true"));
  }

  @Test
  void anUnknownPropertyIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(
            () -> ConnectionRequest.of("jdbc:mview:x:?mview.autolog=true", new Properties()))
        .isInstanceOf(MViewException.class)
        .hasMessageContaining("mview.autolog")
        .hasMessageContaining(
            "mview.driver, mview.compatibility, mview.autoLog, mview.autoIndex, mview.floatSums");
  }
}
