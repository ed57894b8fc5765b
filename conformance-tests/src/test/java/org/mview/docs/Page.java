package org.mview.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Markdown file of the project.
 *
 * @param file relative to the project's root
 */
record Page(Path file, List<String> lines) {
  /** The tests run in the directory of their module. */
  static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  private static final String FENCE = "```";

  Page {
    lines = List.copyOf(lines);
  }

  /**
   * A fenced piece of a page.
   *
   * @param language behind the fence
   * @param line number of its first line in the page, from 1
   */
  record Block(String language, int line, List<String> lines) {
    Block {
      lines = List.copyOf(lines);
    }
  }

  static Page of(String file) {
    return read(ROOT.resolve(file));
  }

  /** All pages: those of the root, and what is under docs. */
  static List<Page> all() {
    try (Stream<Path> root = Files.list(ROOT);
        Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(root, docs)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .map(Page::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Page read(Path file) {
    try {
      return new Page(ROOT.relativize(file), Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its fenced pieces in this language. */
  List<Block> blocks(String language) {
    List<Block> blocks = new ArrayList<>();
    int open = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(FENCE) && open < 0) {
        open = i;
      } else if (lines.get(i).startsWith(FENCE)) {
        String found = lines.get(open).substring(FENCE.length()).strip();
        blocks.add(new Block(found, open + 2, lines.subList(open + 1, i)));
        open = -1;
      }
    }
    return blocks.stream().filter(block -> block.language().equals(language)).toList();
  }

  /** The file it is, for the name of a test. */
  @Override
  public String toString() {
    return file.toString();
  }
}
