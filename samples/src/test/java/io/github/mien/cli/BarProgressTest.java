package io.github.mien.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class BarProgressTest {

  @Test
  void theBarShowsHowFarItIsAndHowLongItTakes() {
    StringWriter terminal = new StringWriter();
    Progress progress = new BarProgress(new PrintWriter(terminal));
    progress.advanced(10, 40, "a.png", 20);

    assertThat(terminal.toString())
        .endsWith("[#######.......................] 10/40  0.5/s  ETA 1:00");
  }

  @Test
  void aFailureStaysOnALineOfItsOwnAboveTheBar() {
    StringWriter terminal = new StringWriter();
    Progress progress = new BarProgress(new PrintWriter(terminal));
    progress.failed("line 2: no face");

    assertThat(terminal.toString().lines().toList())
        .hasSize(2)
        .last()
        .asString()
        .endsWith("line 2: no face");
  }
}
