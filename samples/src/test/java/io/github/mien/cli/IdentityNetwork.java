package io.github.mien.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A network that gives back what it is given, of any height and width: its features are the picture
 * itself. Written as an <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">ONNX</a>
 * ModelProto by the numbers of its fields.
 */
final class IdentityNetwork {
  private IdentityNetwork() {}

  static Path write(Path file) throws IOException {
    byte[] node = join(text(1, "in"), text(2, "out"), text(4, "Identity"));
    byte[] graph =
        join(field(1, node), text(2, "same"), field(11, value("in")), field(12, value("out")));
    byte[] opset = join(text(1, ""), number(2, 17));
    return Files.write(file, join(number(1, 8), field(7, graph), field(8, opset)));
  }

  /** 32-bit floats, 1 x 3 x h x w. */
  private static byte[] value(String name) {
    byte[] shape =
        join(
            field(1, number(1, 1)),
            field(1, number(1, 3)),
            field(1, text(2, "h")),
            field(1, text(2, "w")));
    byte[] tensor = join(number(1, 1), field(2, shape));
    return join(text(1, name), field(2, field(1, tensor)));
  }

  private static byte[] number(int tag, int value) {
    return new byte[] {(byte) (tag << 3), (byte) value};
  }

  private static byte[] text(int tag, String text) {
    return field(tag, text.getBytes(StandardCharsets.UTF_8));
  }

  /** None is longer than a length of one byte can say. */
  private static byte[] field(int tag, byte[] bytes) {
    if (bytes.length > 127) {
      throw new IllegalArgumentException("too long: " + bytes.length);
    }
    return join(new byte[] {(byte) (tag << 3 | 2), (byte) bytes.length}, bytes);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
