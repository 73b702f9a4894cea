package io.github.mien.training.blend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.onnx.OnnxBlender;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class BlendGraphTest {

  /** That it blends is tested where it is run, by the suite of all blenders. */
  @Test
  void theEmbeddedGraphIsTheOneWritten() throws IOException {
    try (InputStream embedded = OnnxBlender.class.getResourceAsStream("blend.onnx")) {
      assertThat(embedded).isNotNull();
      assertThat(embedded.readAllBytes()).as("run the command blend").isEqualTo(BlendGraph.write());
    }
  }
}
