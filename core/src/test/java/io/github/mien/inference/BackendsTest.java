package io.github.mien.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackendsTest {
  private static final InferenceBackend FAST = new Fake("fast", 100, true, "version 2");
  private static final InferenceBackend SLOW = new Fake("slow", 1, true, "version 1");
  private static final InferenceBackend BROKEN =
      new Fake("broken", 1000, false, "no library for this machine; use another");

  @AfterEach
  void forgetProperty() {
    System.clearProperty(Backends.PROPERTY);
  }

  @Test
  void preferredIsTheAvailableOneWithTheHighestPriority() {
    Backends backends = Backends.of(List.of(SLOW, BROKEN, FAST));

    assertThat(backends.list()).containsExactly(BROKEN, FAST, SLOW);
    assertThat(backends.choose()).isSameAs(FAST);
  }

  @Test
  void systemPropertyBeatsPriority() {
    System.setProperty(Backends.PROPERTY, "slow");

    assertThat(Backends.of(List.of(FAST, SLOW)).choose()).isSameAs(SLOW);
  }

  @Test
  void explicitNameBeatsSystemProperty() {
    System.setProperty(Backends.PROPERTY, "slow");

    assertThat(Backends.of(List.of(FAST, SLOW)).choose("fast")).isSameAs(FAST);
  }

  @Test
  void namedBackendThatCannotRunIsRefusedWithItsReason() {
    Backends backends = Backends.of(List.of(FAST, BROKEN));

    assertThatThrownBy(() -> backends.choose("broken"))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining("broken")
        .hasMessageContaining("no library for this machine; use another");
    System.setProperty(Backends.PROPERTY, "broken");
    assertThatThrownBy(backends::choose)
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining("system property mien.backend");
  }

  @Test
  void unknownNameIsRefusedWithThoseThatAreThere() {
    assertThatThrownBy(() -> Backends.of(List.of(SLOW, FAST)).choose("tpu"))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining("tpu")
        .hasMessageContaining("fast, slow");
  }

  @Test
  void noBackendAtAllSaysWhatToAdd() {
    Backends none = Backends.of(List.of());

    assertThatThrownBy(none::choose).hasMessageContaining("mien-onnx");
    assertThatThrownBy(() -> none.choose("onnxruntime")).hasMessageContaining("mien-onnx");
    assertThatThrownBy(() -> Backends.of(List.of(BROKEN)).choose())
        .hasMessageContaining("no library for this machine");
  }

  @Test
  void discoveryFindsNoneInCoreItself() {
    assertThat(Backends.discover().list()).isEmpty();
  }

  private record Fake(String name, int priority, boolean available, String detail)
      implements InferenceBackend {

    @Override
    public Availability probe() {
      return new Availability(available, detail);
    }

    @Override
    public InferenceSession open(byte[] model, SessionOptions options) {
      throw new InferenceException("a fake runs nothing");
    }
  }
}
