package io.github.mien;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made the first time somebody asks for it. Thread-safe. */
final class Once<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private @Nullable T made;

  /**
   * @param maker asked again only if it threw
   */
  Once(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public synchronized T get() {
    T value = made;
    if (value == null) {
      value = maker.get();
      made = value;
    }
    return value;
  }
}
