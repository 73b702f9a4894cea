package io.github.mien.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mien.image.Frame;
import io.github.mien.image.FrameSource;
import io.github.mien.image.Image;
import io.github.mien.image.io.Animations;
import io.github.mien.meme.Sticker;
import io.github.mien.meme.StickerException;
import io.github.mien.meme.StickerFormat;
import io.github.mien.meme.StickerKind;
import io.github.mien.testkit.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Telegram's moving stickers. */
class VideoStickerTest {
  @TempDir Path folder;

  @Test
  void areTransparentWebmWithinTheLimits() throws IOException {
    Path file = folder.resolve("sticker.webm");

    Sticker sticker = StickerFormat.TELEGRAM.encode(Clips.of(200, 120, 12, 3, 20));
    sticker.write(file);

    assertThat(sticker.kind()).isEqualTo(StickerKind.WEBM);
    assertThat(Files.size(file)).isLessThanOrEqualTo(256_000);
    // 50 frames a second are more than Telegram takes.
    assertThat(Clips.millis(Animations.read(file))).hasSize(6).containsOnly(40);
    try (FrameSource frames = Animations.read(file).open()) {
      Frame first = frames.next();
      Image image = first.image();
      assertThat(image.toString()).isEqualTo("512 x 512 RGBA");
      assertThat(image.sample(256, 20, 3)).as("above the picture").isLessThan(8);
      assertThat(image.sample(256, 256, 3)).isGreaterThan(247);
    }
    assertThat(Tool.run("ffprobe", "-v", "error", "-show_streams", file))
        .contains("codec_name=vp9", "width=512", "height=512", "alpha_mode=1")
        .doesNotContain("codec_type=audio");
  }

  @Test
  void mayNotBeTooLong() {
    assertThatThrownBy(() -> StickerFormat.TELEGRAM.encode(Clips.of(64, 64, 31, 3, 100)))
        .isInstanceOf(StickerException.class)
        .hasMessage("TELEGRAM takes at most 3.0 s, the animation lasts 3.1 s; make it shorter");
  }
}
