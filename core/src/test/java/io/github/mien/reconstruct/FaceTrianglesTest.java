package io.github.mien.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.face.FaceMesh;
import io.github.mien.model.ModelStore;
import io.github.mien.morphable.MorphableModel;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FaceTrianglesTest {
  private final Map<Long, Integer> edges = new HashMap<>();

  FaceTrianglesTest() {
    int[] skin = FaceTriangles.SKIN;
    for (int i = 0; i < skin.length; i += 3) {
      for (int k = 0; k < 3; k++) {
        edges.merge(edge(skin[i + k], skin[i + (k + 1) % 3]), 1, Integer::sum);
      }
    }
  }

  @Test
  void noEdgeBelongsToMoreThanTwoTriangles() {
    assertThat(FaceTriangles.SKIN).hasSizeGreaterThan(2400);
    assertThat(Arrays.stream(FaceTriangles.SKIN)).allMatch(v -> v >= 0 && v < 468);
    assertThat(edges.values()).allMatch(n -> n <= 2);
  }

  @Test
  void everyPointOfTheSkinHoldsATriangle() {
    assertThat(Arrays.stream(FaceTriangles.SKIN).distinct()).hasSize(468);
  }

  @Test
  void leftIsTheMirrorImageOfRight() throws IOException {
    int[] mirror = MorphableModel.load(ModelStore.embedded()).mirror();
    int[] mirrored = Arrays.stream(FaceTriangles.SKIN).map(v -> mirror[v]).toArray();

    assertThat(triangles(mirrored)).isEqualTo(triangles(FaceTriangles.SKIN));
  }

  private static Set<Set<Integer>> triangles(int[] corners) {
    Set<Set<Integer>> triangles = new HashSet<>();
    for (int i = 0; i < corners.length; i += 3) {
      triangles.add(Set.of(corners[i], corners[i + 1], corners[i + 2]));
    }
    return triangles;
  }

  static int[][] borders() {
    return new int[][] {
      FaceMesh.outline(), FaceMesh.innerLips(), FaceMesh.rightEye(), FaceMesh.leftEye()
    };
  }

  @ParameterizedTest
  @MethodSource("borders")
  void outlineLipsAndLidsAreBorders(int[] loop) {
    for (int i = 0; i < loop.length; i++) {
      assertThat(edges.get(edge(loop[i], loop[(i + 1) % loop.length]))).isEqualTo(1);
    }
  }

  private static long edge(int a, int b) {
    return (long) Math.min(a, b) << 16 | Math.max(a, b);
  }
}
