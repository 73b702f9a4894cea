package io.github.mien.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.Mien;
import io.github.mien.StickerRecipe;
import io.github.mien.Target;
import io.github.mien.expression.ExpressionCurve;
import io.github.mien.expression.Preset;
import io.github.mien.expression.Presets;
import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Animation;
import io.github.mien.image.Frame;
import io.github.mien.image.FrameSource;
import io.github.mien.image.Image;
import io.github.mien.image.io.Images;
import io.github.mien.reconstruct.Occluder;
import io.github.mien.reconstruct.Visibility;
import io.github.mien.transfer.TransferOptions;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in front of the sample faces stays in front; where nothing is, nothing is found. */
class OcclusionTest {
  private static Mien mien;
  private static Mien without;

  @BeforeAll
  static void open() throws IOException {
    mien = Mien.create();
    without = Mien.builder().occlusion(false).build();
  }

  @AfterAll
  static void close() {
    mien.close();
    without.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "woman-smiling.jpg",
        "young-woman.jpg",
        "older-man.jpg",
        "man-smiling.jpg",
        "man-mouth-open.jpg"
      })
  void nothingIsFoundWhereNothingIsInFront(String file) throws IOException {
    Image photo = read(file);

    assertThat(shown(mien, photo, "laugh").data()).isEqualTo(shown(without, photo, "laugh").data());
  }

  @ParameterizedTest
  @CsvSource({
    "woman-smiling.jpg,laugh",
    "young-woman.jpg,shocked",
    "older-man.jpg,laugh",
    "man-smiling.jpg,shocked"
  })
  void aMicrophoneStaysBitIdenticalWhenTheMouthBehindItOpens(String file, String preset)
      throws IOException {
    Image photo = read(file);
    Microphone microphone = new Microphone(mien.align(photo).get(0).landmarks());
    microphone.draw(photo);

    Image out = shown(mien, photo, preset);

    int inside = 0, moved = 0;
    for (int y = 0; y < photo.height(); y++) {
      for (int x = 0; x < photo.width(); x++) {
        boolean same = photo.sample(x, y, 1) == out.sample(x, y, 1);
        if (microphone.depth(x, y) > 0.02 * microphone.unit) {
          inside++;
          assertThat(same).as("%d, %d", x, y).isTrue();
        } else {
          moved += same ? 0 : 1;
        }
      }
    }
    assertThat(inside).isGreaterThan(1000);
    assertThat(moved).isGreaterThan(3000);
  }

  @Test
  void inAnAnimationItStaysBitIdenticalInEachFrame() throws IOException {
    Image photo = read("older-man.jpg");
    Microphone microphone = new Microphone(mien.align(photo).get(0).landmarks());
    microphone.draw(photo);
    ExpressionCurve curve = swell("laugh").withNod(3, 1);

    int frames = 0, moved = 0;
    try (FrameSource moving =
        mien.target(photo).animate(curve, TransferOptions.DEFAULT, 8).open()) {
      for (Frame frame = moving.next(); frame != null; frame = moving.next(), frames++) {
        for (int y = 0; y < photo.height(); y++) {
          for (int x = 0; x < photo.width(); x++) {
            boolean same = photo.sample(x, y, 1) == frame.image().sample(x, y, 1);
            if (microphone.depth(x, y) > 0.02 * microphone.unit) {
              assertThat(same).as("frame %d: %d, %d", frames, x, y).isTrue();
            }
            moved += same ? 0 : 1;
          }
        }
      }
    }
    assertThat(frames).isEqualTo(8);
    assertThat(moved).isGreaterThan(8 * 3000);
  }

  @Test
  void itIsLookedForOnceHoweverOftenTheFaceMoves() throws IOException {
    Image photo = read("older-man.jpg");
    AtomicInteger looks = new AtomicInteger();
    Visibility nothing =
        seen -> {
          looks.incrementAndGet();
          return Occluder.none(seen.face().landmarks());
        };
    try (Mien counting = Mien.builder().occlusion(nothing).build()) {
      Target target = counting.target(photo);
      Animation moving = target.animate(swell("laugh"), TransferOptions.DEFAULT, 2);
      assertThat(looks).hasValue(0);

      target.show(Presets.embedded().get("laugh"));
      target.show(Presets.embedded().get("wink-left"));
      moving.open().next();
      moving.open().next();

      assertThat(looks).hasValue(1);

      StickerRecipe sticker = counting.sticker(photo);
      sticker.preset("laugh").preview();
      sticker.preset("kiss").preview();

      assertThat(looks).hasValue(2);
    }
  }

  @Test
  void severalThreadsAtOnceLookForItOnceAndSeeTheSame() throws Exception {
    Image photo = read("older-man.jpg");
    AtomicInteger looks = new AtomicInteger();
    Visibility slow =
        seen -> {
          looks.incrementAndGet();
          Thread.yield();
          return Occluder.none(seen.face().landmarks());
        };
    Preset laugh = Presets.embedded().get("laugh");
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (Mien counting = Mien.builder().occlusion(slow).build()) {
      Target target = counting.target(photo);
      List<Future<Image>> shown =
          threads.invokeAll(Collections.nCopies(8, () -> target.show(laugh).image()));

      byte[] alone = counting.target(photo).show(laugh).image().data();
      for (Future<Image> picture : shown) {
        assertThat(picture.get().data()).isEqualTo(alone);
      }
      assertThat(looks).hasValue(2);
    } finally {
      threads.shutdownNow();
    }
  }

  private static ExpressionCurve swell(String preset) {
    return ExpressionCurve.swell(Presets.embedded().get(preset).expression(), 1);
  }

  private static Image shown(Mien with, Image photo, String preset) {
    Target target = with.target(photo);
    return target.show(Presets.embedded().get(preset)).image();
  }

  private static Image read(String file) throws IOException {
    try (InputStream bytes = QuickStart.class.getResourceAsStream("/faces/" + file)) {
      return Images.read(bytes);
    }
  }

  /** A dark ball of wire beside the mouth. */
  private static final class Microphone {
    private final double x;
    private final double y;
    private final double radius;

    /** The distance between the eyes. */
    private final double unit;

    Microphone(Landmarks face) {
      unit = face.eyeDistance();
      x = face.x(FaceMesh.MOUTH_LEFT) + 0.05 * unit;
      y = face.y(FaceMesh.MOUTH_LEFT) + 0.1 * unit;
      radius = 0.28 * unit;
    }

    /** Pixels from the edge inwards. */
    double depth(int px, int py) {
      return radius - Math.hypot(px - x, py - y);
    }

    void draw(Image photo) {
      for (int py = 0; py < photo.height(); py++) {
        for (int px = 0; px < photo.width(); px++) {
          double share = Math.max(0, Math.min(1, depth(px, py) + 0.5));
          double wire = 18 * Math.sin(0.9 * (px + py)) * Math.sin(0.9 * (px - py));
          double light = 60 + wire - 35 * Math.hypot(px - x, py - y) / radius;
          for (int c = 0; c < 3; c++) {
            int i = photo.index(px, py) + c;
            double level = photo.data()[i] & 0xff;
            photo.data()[i] = (byte) Math.round(level + share * (light - level));
          }
        }
      }
    }
  }
}
