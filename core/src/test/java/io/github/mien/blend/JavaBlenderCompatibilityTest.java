package io.github.mien.blend;

import io.github.mien.testkit.PoissonCompatibility;

class JavaBlenderCompatibilityTest extends PoissonCompatibility {
  private final Blender blender = Blender.java();

  @Override
  protected Blender blender() {
    return blender;
  }
}
