package io.github.mien.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AvailabilityTest {

  @Test
  void missingLibraryIsExplainedByItsInnermostCause() {
    Throwable failure =
        new ExceptionInInitializerError(
            new IllegalStateException("static", new UnsupportedOperationException("no riscv64")));

    Availability state = Availability.notLoaded("Engine", "Linux on x64", failure);

    assertThat(state.available()).isFalse();
    assertThat(state.detail())
        .contains("Engine", "no riscv64", "Linux on x64", "java.io.tmpdir")
        .contains(System.getProperty("os.arch"))
        .doesNotContain("static");
  }
}
