package org.mview.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Names to look for in the texts of statements: a table of hashes, so that a text can be searched
 * without making anything of it.
 *
 * <p>A name that is not one word is looked for by its words: that finds too much, never too little.
 */
final class WatchSet {
  private static final int SEED = 0x811c9dc5;
  private static final int PRIME = 0x01000193;

  private final String[] slots;
  private final int mask;
  private final boolean empty;

  private WatchSet(String[] slots, boolean empty) {
    this.slots = slots;
    this.mask = slots.length - 1;
    this.empty = empty;
  }

  static WatchSet of(Collection<String> names) {
    List<String> words = new ArrayList<>();
    for (String name : names) {
      addWords(lower(name), words);
    }
    int size = Integer.highestOneBit(Math.max(4, words.size() * 8)) * 2;
    WatchSet set = new WatchSet(new String[size], words.isEmpty());
    for (String word : words) {
      set.add(word);
    }
    return set;
  }

  private static void addWords(String name, List<String> words) {
    int start = 0;
    while (start < name.length()) {
      int end = wordEnd(name, start);
      if (end > start) {
        words.add(name.substring(start, end));
      }
      start = Math.max(end, start + 1);
    }
  }

  private void add(String word) {
    int slot = hash(word, 0, word.length()) & mask;
    while (slots[slot] != null && !slots[slot].equals(word)) {
      slot = (slot + 1) & mask;
    }
    slots[slot] = word;
  }

  boolean isEmpty() {
    return empty;
  }

  /** Whether a word of the text, from a place on, is among the names. */
  boolean isMentionedIn(String sql, int from) {
    if (empty) {
      return false;
    }
    int at = from;
    while (at < sql.length()) {
      int end = wordEnd(sql, at);
      if (end > at) {
        if (contains(sql, at, end)) {
          return true;
        }
        at = end;
      } else {
        at++;
      }
    }
    return false;
  }

  private boolean contains(String sql, int start, int end) {
    int slot = hash(sql, start, end) & mask;
    while (slots[slot] != null) {
      String word = slots[slot];
      if (word.length() == end - start && equal(word, sql, start)) {
        return true;
      }
      slot = (slot + 1) & mask;
    }
    return false;
  }

  private static boolean equal(String word, String sql, int start) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) != lower(sql.charAt(start + i))) {
        return false;
      }
    }
    return true;
  }

  private static int hash(String text, int start, int end) {
    int hash = SEED;
    for (int i = start; i < end; i++) {
      hash = (hash ^ lower(text.charAt(i))) * PRIME;
    }
    return hash ^ (hash >>> 15);
  }

  static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length() && isInWord(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isInWord(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '$'
        || c == '#'
        || c > 127;
  }

  /** Character by character, as the texts are read. */
  private static String lower(String name) {
    StringBuilder lower = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      lower.append(lower(name.charAt(i)));
    }
    return lower.toString();
  }

  /** Beyond ASCII the locale-free lower case. */
  private static char lower(char c) {
    if (c < 128) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    return Character.toLowerCase(c);
  }
}
