package io.github.mien.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NamedArraysTest {

  /** {@code a} [2] = 1.5, -2 as floats; {@code b} [1, 2] = 0.3, -0.1 in steps; {@code c} [1]. */
  private static byte[] file() {
    ByteBuffer out = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
    out.put(NamedArrays.MAGIC.getBytes(StandardCharsets.US_ASCII)).putInt(3);
    out.put((byte) 1).put((byte) 'a').put((byte) 0).put((byte) 1).putInt(2);
    out.putFloat(1.5f).putFloat(-2);
    out.put((byte) 1).put((byte) 'b').put((byte) 1).put((byte) 2).putInt(1).putInt(2);
    out.putFloat(0.1f).putShort((short) 3).putShort((short) -1);
    out.put((byte) 1).put((byte) 'c').put((byte) 2).put((byte) 1).putInt(1);
    out.putShort((short) 40_000);
    return Arrays.copyOf(out.array(), out.position());
  }

  @Test
  void numbersComeBackByName() {
    NamedArrays arrays = NamedArrays.parse(file(), "face.bin");

    assertThat(arrays.floats("a", 2)).containsExactly(1.5f, -2);
    assertThat(arrays.floats("b", -1, 2)).containsExactly(new float[] {0.3f, -0.1f}, within(1e-6f));
    assertThat(arrays.ints("c", 1)).containsExactly(40_000);
  }

  @Test
  void anotherKindOfFileIsRefused() {
    assertThatThrownBy(() -> NamedArrays.parse("PK\3\4 zip file".getBytes(), "face.bin"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("face.bin")
        .hasMessageContaining(NamedArrays.MAGIC);
  }

  @Test
  void everyShorterFileIsCutOff() {
    byte[] whole = file();
    for (int size = 0; size < whole.length; size++) {
      byte[] part = Arrays.copyOf(whole, size);
      assertThatThrownBy(() -> NamedArrays.parse(part, "face.bin"))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("cut off after " + size + " bytes");
    }
  }

  @Test
  void missingArrayAndOtherExtentsAreNamed() {
    NamedArrays arrays = NamedArrays.parse(file(), "face.bin");

    assertThatThrownBy(() -> arrays.floats("d", 2))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("'d'")
        .hasMessageContaining("[a, b, c]");
    assertThatThrownBy(() -> arrays.floats("a", 3))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("[2]")
        .hasMessageContaining("[3]");
  }
}
