package io.github.mien.onnx;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mien.blend.BlendMode;
import io.github.mien.blend.Blender;
import io.github.mien.image.Image;
import io.github.mien.testkit.MaskShape;
import io.github.mien.testkit.PoissonCompatibility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class OnnxBlenderTest extends PoissonCompatibility {
  private static final OnnxBlender BLENDER = new OnnxBlender();

  @AfterAll
  static void close() {
    BLENDER.close();
  }

  @Override
  protected Blender blender() {
    return BLENDER;
  }

  @Test
  void closingTwiceIsFineAndBlendingAfterwardsIsNot() {
    OnnxBlender blender = new OnnxBlender();
    Image picture = Image.create(8, 8, 3);
    blender.close();
    blender.close();
    assertThatThrownBy(() ->
            blender.blend(
                picture.copy(), MaskShape.DISC.draw(8, 8), picture, 0, 0, BlendMode.NORMAL))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }
}
