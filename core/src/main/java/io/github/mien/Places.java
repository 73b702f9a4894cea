package io.github.mien;

/** Checks places in a row of faces. */
final class Places {
  private Places() {}

  /**
   * @param what such as {@code face} or {@code source}
   */
  static void check(String what, int index, int count) {
    if (index < 0 || index >= count) {
      throw new IllegalArgumentException(
          "there is no %s %d: there %s, from left to right %s"
              .formatted(
                  what,
                  index,
                  count == 1 ? "is 1" : "are " + count,
                  count == 1 ? "number 0" : "0 to " + (count - 1)));
    }
  }
}
