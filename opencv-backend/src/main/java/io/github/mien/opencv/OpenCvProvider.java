package io.github.mien.opencv;

import io.github.mien.provider.Availability;
import io.github.mien.provider.Provider;

/** What all services on OpenCV answer alike. */
abstract class OpenCvProvider implements Provider {

  @Override
  public String name() {
    return "opencv";
  }

  @Override
  public int priority() {
    return 50;
  }

  @Override
  public Availability probe() {
    return OpenCvLibrary.probe();
  }
}
