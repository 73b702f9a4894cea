package io.github.mien.provider;

/**
 * One of several implementations of a service, found by {@link java.util.ServiceLoader}. Creating
 * one costs nothing and loads no native code.
 */
public interface Provider {

  /** Short name for options and reports, such as {@code onnxruntime}, {@code opencv}. */
  String name();

  /** Which of several is taken when none is named: the largest that is available. */
  int priority();

  /** Whether it can run here, or why not. Never throws; may load native code the first time. */
  Availability probe();
}
