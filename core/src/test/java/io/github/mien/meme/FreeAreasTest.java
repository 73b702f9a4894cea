package io.github.mien.meme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.image.Rect;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreeAreasTest {
  private static final Rect PICTURE = new Rect(0, 0, 100, 80);

  @Test
  void aroundOneObstacleAreFour() {
    assertThat(FreeAreas.of(PICTURE, List.of(new Rect(30, 20, 40, 30))))
        .containsExactlyInAnyOrder(
            new Rect(0, 0, 100, 20),
            new Rect(0, 50, 100, 30),
            new Rect(0, 0, 30, 80),
            new Rect(70, 0, 30, 80));
  }

  @Test
  void obstaclesMayOverlapAndReachBeyond() {
    List<Rect> obstacles = List.of(new Rect(-10, -10, 60, 50), new Rect(40, 20, 100, 20));

    List<Rect> free = FreeAreas.of(PICTURE, obstacles);

    assertThat(free).containsExactlyInAnyOrder(new Rect(50, 0, 50, 20), new Rect(0, 40, 100, 40));
  }

  @Test
  void withoutObstaclesAllIsFreeAndUnderOneNothing() {
    assertThat(FreeAreas.of(PICTURE, List.of())).containsExactly(PICTURE);
    assertThat(FreeAreas.of(PICTURE, List.of(new Rect(-1, -1, 200, 200)))).isEmpty();
  }
}
