package io.github.mien.meme;

import io.github.mien.image.io.Images;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The file {@code contents.json} that describes a pack to apps made after <a
 * href="https://github.com/WhatsApp/stickers">WhatsApp's samples</a>. Not thread-safe.
 */
public final class WhatsAppPack {
  private static final int LONGEST_NAME = 128;

  private final String name;
  private final String publisher;
  private final String tray;
  private final boolean animated;
  private final List<String> stickers = new ArrayList<>();

  /**
   * @param name of the pack, at most 128 characters
   * @param publisher who made it, at most 128 characters
   * @param tray file of the icon, beside the stickers
   * @param animated whether all stickers move; WhatsApp takes no mixed packs
   */
  public WhatsAppPack(String name, String publisher, String tray, boolean animated) {
    this.name = checked(name);
    this.publisher = checked(publisher);
    this.tray = tray;
    this.animated = animated;
  }

  private static String checked(String text) {
    if (text.isBlank() || text.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "WhatsApp takes names of 1 to %d characters, not %d"
              .formatted(LONGEST_NAME, text.length()));
    }
    return text;
  }

  /**
   * Adds a sticker.
   *
   * @param file its name, beside this one
   * @param emoji one that it stands for
   */
  public void add(String file, String emoji) {
    stickers.add(
        "        {\"image_file\": %s, \"emojis\": [%s]}".formatted(quoted(file), quoted(emoji)));
  }

  /**
   * Writes the file.
   *
   * @param folder that of the stickers
   * @throws io.github.mien.image.io.ImageWriteException if it cannot be written
   */
  public void write(Path folder) throws IOException {
    Images.write(json().getBytes(StandardCharsets.UTF_8), folder.resolve("contents.json"));
  }

  private String json() {
    return """
    {
      "android_play_store_link": "",
      "ios_app_store_link": "",
      "sticker_packs": [
        {
          "identifier": "1",
          "name": %s,
          "publisher": %s,
          "tray_image_file": %s,
          "image_data_version": "1",
          "avoid_cache": false,
          "publisher_email": "",
          "publisher_website": "",
          "privacy_policy_website": "",
          "license_agreement_website": "",
          "animated_sticker_pack": %s,
          "stickers": [
    %s
          ]
        }
      ]
    }
    """
        .formatted(
            quoted(name), quoted(publisher), quoted(tray), animated, String.join(",\n", stickers));
  }

  /** A JSON string (RFC 8259). */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
