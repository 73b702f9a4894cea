package io.github.mien.opencv;

import io.github.mien.image.ImageKernels;
import io.github.mien.testkit.ImageKernelsCompatibility;

class OpenCvImageKernelsTest extends ImageKernelsCompatibility {

  @Override
  protected ImageKernels kernels() {
    return new OpenCvImageKernels();
  }
}
