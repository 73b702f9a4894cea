package io.github.mien.encode;

import io.github.mien.image.Image;
import io.github.mien.image.io.Images;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;

/** A picture and what scikit-image computes of it; made by {@code golden.py} beside it. */
final class TextureGolden {
  private TextureGolden() {}

  /** 130 grey pixels on each side. */
  static Image picture() throws IOException {
    try (InputStream in = resource("texture.png")) {
      return Images.read(in);
    }
  }

  static float[] numbers(String name) throws IOException {
    try (InputStream in = resource(name)) {
      ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      float[] numbers = new float[bytes.capacity() / 4];
      bytes.asFloatBuffer().get(numbers);
      return numbers;
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(TextureGolden.class.getResourceAsStream(name), name);
  }
}
