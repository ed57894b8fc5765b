package org.mview.driver.wrap;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.mview.driver.wrap.ErrorTranslation.translated;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.sql.Clob;
import java.sql.SQLException;
import java.sql.SQLXML;
import org.jspecify.annotations.Nullable;
import org.mview.error.MViewError;

/**
 * A value that the application sets, as the session gets it. A long text is read when it is set, as
 * its stream may be closed afterwards; bytes are ASCII, as no parameter of ours is binary.
 */
final class SetValue {
  private SetValue() {}

  static @Nullable Object of(@Nullable Object value) throws SQLException {
    if (value instanceof InputStream stream) {
      return text(new InputStreamReader(stream, US_ASCII));
    }
    if (value instanceof Reader reader) {
      return text(reader);
    }
    if (value instanceof Clob clob) {
      return text(clob.getCharacterStream());
    }
    return value instanceof SQLXML xml ? xml.getString() : value;
  }

  private static String text(Reader reader) throws SQLException {
    StringWriter text = new StringWriter();
    try (reader) {
      reader.transferTo(text);
    } catch (IOException failure) {
      throw translated(MViewError.VALUE_NOT_CONVERTIBLE.of("stream", "a text").because(failure));
    }
    return text.toString();
  }
}
