package io.github.mien.meme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mien.json.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhatsAppPackTest {
  @TempDir private Path folder;

  @Test
  void contentsSayWhatWhatsAppAsks() throws IOException {
    WhatsAppPack pack = new WhatsAppPack("My \"face\"", "me", "tray.png", true);
    pack.add("01-laugh.webp", "😂");
    pack.add("02-sad.webp", "😢");

    pack.write(folder);

    Map<?, ?> contents = JsonParser.object(Files.readString(folder.resolve("contents.json")));
    Map<?, ?> described = (Map<?, ?>) ((List<?>) contents.get("sticker_packs")).get(0);
    assertThat(described.get("name")).isEqualTo("My \"face\"");
    assertThat(described.get("publisher")).isEqualTo("me");
    assertThat(described.get("tray_image_file")).isEqualTo("tray.png");
    assertThat(described.get("animated_sticker_pack")).isEqualTo(true);
    assertThat((List<?>) described.get("stickers"))
        .isEqualTo(
            List.of(
                Map.of("image_file", "01-laugh.webp", "emojis", List.of("😂")),
                Map.of("image_file", "02-sad.webp", "emojis", List.of("😢"))));
  }

  @Test
  void namesThatWhatsAppRefusesAreRefused() {
    assertThatThrownBy(() -> new WhatsAppPack("x".repeat(129), "me", "tray.png", false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 128 characters");
  }
}
