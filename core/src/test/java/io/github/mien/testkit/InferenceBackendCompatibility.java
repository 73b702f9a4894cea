package io.github.mien.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.inference.InferenceBackend;
import io.github.mien.inference.InferenceException;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.SessionOptions;
import io.github.mien.inference.Tensor;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every inference back end does alike. Extend it in the back end's tests: a provider of one's
 * own is compatible if this passes.
 */
public abstract class InferenceBackendCompatibility {
  private static final String SINGLE = "single";
  private static final String HALF = "half";
  private static final String ANY_SIZE = "any-size";

  /** A fresh back end. */
  protected abstract InferenceBackend backend();

  @Test
  void isFoundAsAService() {
    assertThat(ServiceLoader.load(InferenceBackend.class).stream())
        .as("providers")
        .anyMatch(provider -> provider.type() == backend().getClass());
  }

  @Test
  void saysThatItCanRunHereAndWithWhat() {
    assertThat(backend().probe().available()).as(backend().probe().detail()).isTrue();
    assertThat(backend().probe().detail()).containsPattern("\\d+\\.\\d+");
    assertThat(backend().name()).matches("[a-z][a-z0-9-]*");
  }

  @ParameterizedTest
  @ValueSource(strings = {SINGLE, HALF, ANY_SIZE})
  void computesWhatLibTorchDoes(String network) throws IOException {
    Golden golden = Golden.read(network);
    try (InferenceSession session = open(golden)) {
      assertThat(session.inputs()).containsExactlyElementsOf(golden.input().keySet());
      assertThat(session.outputs()).containsExactlyElementsOf(golden.outputs().keySet());
      for (Golden.Case example : golden.cases()) {
        Map<String, Tensor> outputs = session.run(example.input());

        assertThat(outputs.keySet()).containsExactlyElementsOf(example.outputs().keySet());
        example.outputs().forEach((name, expected) -> assertSame(name, outputs, expected));
      }
    }
  }

  private static void assertSame(String name, Map<String, Tensor> outputs, Tensor expected) {
    Tensor actual = outputs.get(name);
    assertThat(actual).as(name).isNotNull();
    assertThat(actual.shape()).as("shape of " + name).isEqualTo(expected.shape());
    assertThat(actual.data()).as(name).containsExactly(expected.data(), within(1e-5f));
  }

  @Test
  void leavesInputsAloneAndGivesEachCallItsOwnOutputs() throws IOException {
    Golden golden = Golden.read(SINGLE);
    Tensor input = golden.input().get("image");
    float[] before = input.data().clone();
    try (InferenceSession session = open(golden)) {
      float[] first = session.run(golden.input()).get("cells").data();
      float[] kept = first.clone();
      Tensor other = Tensor.of(new float[before.length], input.shape());
      float[] second = session.run(Map.of("image", other)).get("cells").data();

      assertThat(input.data()).isEqualTo(before);
      assertThat(first).isEqualTo(kept).isNotEqualTo(second);
    }
  }

  @Test
  void oneSessionServesManyThreads() throws Exception {
    Golden golden = Golden.read(SINGLE);
    float[] image = golden.input().get("image").data();
    int[] shape = golden.input().get("image").shape();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (InferenceSession session = open(golden)) {
      List<Tensor> inputs =
          IntStream.range(0, 40).mapToObj(i -> Tensor.of(scaled(image, i / 40f), shape)).toList();
      List<float[]> alone = inputs.stream().map(in -> cells(session, in)).toList();

      List<Callable<float[]>> calls =
          inputs.stream().map(in -> (Callable<float[]>) () -> cells(session, in)).toList();
      List<Future<float[]>> together = threads.invokeAll(calls);

      for (int i = 0; i < alone.size(); i++) {
        assertThat(together.get(i).get()).as("call " + i).isEqualTo(alone.get(i));
      }
    } finally {
      threads.shutdown();
    }
  }

  private static float[] cells(InferenceSession session, Tensor image) {
    return session.run(Map.of("image", image)).get("cells").data();
  }

  private static float[] scaled(float[] numbers, float factor) {
    float[] scaled = new float[numbers.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = factor * numbers[i];
    }
    return scaled;
  }

  @Test
  void severalThreadsGiveTheSameNumbers() throws IOException {
    Golden golden = Golden.read(HALF);
    try (InferenceSession one = backend().open(golden.model(), new SessionOptions(1));
        InferenceSession two = backend().open(golden.model(), new SessionOptions(2))) {
      assertThat(two.run(golden.input()).get("points").data())
          .containsExactly(one.run(golden.input()).get("points").data(), within(1e-6f));
    }
  }

  @Test
  void closingTwiceIsFineAndRunningAfterwardsIsNot() throws IOException {
    Golden golden = Golden.read(SINGLE);
    InferenceSession session = open(golden);
    session.close();
    session.close();
    assertThatThrownBy(() -> session.run(golden.input()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void missingInputIsABadArgument() throws IOException {
    try (InferenceSession session = open(Golden.read(SINGLE))) {
      assertThatThrownBy(() -> session.run(Map.of()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("image");
    }
  }

  @Test
  void wrongShapeIsRefusedAndTheSessionGoesOn() throws IOException {
    Golden golden = Golden.read(SINGLE);
    try (InferenceSession session = open(golden)) {
      Map<String, Tensor> fiveChannels = Map.of("image", Tensor.of(new float[5 * 4], 1, 5, 2, 2));
      assertThatThrownBy(() -> session.run(fiveChannels)).isInstanceOf(InferenceException.class);

      golden
          .outputs()
          .forEach((output, expected) -> assertSame(output, session.run(golden.input()), expected));
    }
  }

  @Test
  void bytesThatAreNoNetworkAreRefused() throws IOException {
    byte[] model = Golden.read(SINGLE).model();
    byte[] truncated = Arrays.copyOf(model, model.length / 2);
    for (byte[] bytes : List.of(new byte[0], "not a model".getBytes(), truncated)) {
      assertThatThrownBy(() -> backend().open(bytes, SessionOptions.DEFAULT).close())
          .isInstanceOf(InferenceException.class);
    }
  }

  private InferenceSession open(Golden golden) {
    return backend().open(golden.model(), SessionOptions.DEFAULT);
  }
}
