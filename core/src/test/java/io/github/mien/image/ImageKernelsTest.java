package io.github.mien.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImageKernelsTest {

  @Test
  void javaIsAlwaysThere() {
    assertThat(ImageKernels.discover().list()).containsExactly(ImageKernels.java());
    assertThat(ImageKernels.discover().choose()).isSameAs(ImageKernels.java());
    assertThat(ImageKernels.discover().choose("java")).isSameAs(ImageKernels.java());
  }
}
