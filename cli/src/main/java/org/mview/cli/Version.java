package org.mview.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** Which version this is; the build writes it into a resource. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      text(), "Java ${java.version} (${java.vendor}), ${os.name} ${os.version} ${os.arch}"
    };
  }

  /** The name of the program and its version. */
  static String text() {
    try (InputStream resource =
        Objects.requireNonNull(Version.class.getResourceAsStream("version.txt"))) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
