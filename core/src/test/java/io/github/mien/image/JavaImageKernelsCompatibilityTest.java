package io.github.mien.image;

import io.github.mien.testkit.ImageKernelsCompatibility;

class JavaImageKernelsCompatibilityTest extends ImageKernelsCompatibility {

  @Override
  protected ImageKernels kernels() {
    return ImageKernels.java();
  }
}
