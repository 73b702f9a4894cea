package io.github.mien.opencv;

import io.github.mien.blend.Blender;
import io.github.mien.testkit.BlenderCompatibility;

class OpenCvBlenderTest extends BlenderCompatibility {

  @Override
  protected Blender blender() {
    return new OpenCvBlender();
  }
}
