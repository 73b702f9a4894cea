package io.github.mien.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing leaves the process: ONNX Runtime 1.29.0 knows an address that it reports to. */
class TelemetryTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "linux-x64/libonnxruntime.so",
        "linux-aarch64/libonnxruntime.so",
        "osx-aarch64/libonnxruntime.dylib"
      })
  void theLibraryKnowsNoAddressToReportTo(String library) throws IOException {
    String content;
    try (InputStream in =
        OrtEnvironment.class.getResourceAsStream("/ai/onnxruntime/native/" + library)) {
      assertThat(in).as(library).isNotNull();
      content = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
    assertThat(content.contains("events.data.microsoft.com")).isFalse();
  }
}
