package io.github.mien.cli;

import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.Rect;
import io.github.mien.image.io.Images;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * Text from a strip of drawn characters (DejaVu Sans, printable ASCII). AWT's own text needs system
 * fonts, which a bare machine has not, and a good part of a second.
 */
final class Lettering {
  static final char FIRST = ' ';
  static final char LAST = '~';
  static final int HEIGHT = 32;

  private final Image strip;
  private final int[] advances;

  private Lettering(Image strip, int[] advances) {
    this.strip = strip;
    this.advances = advances;
  }

  static Lettering load() {
    try (InputStream strip = resource("lettering.png");
        InputStream advances = resource("lettering.txt")) {
      String numbers = new String(advances.readAllBytes(), StandardCharsets.US_ASCII);
      return new Lettering(
          Images.read(strip),
          Arrays.stream(numbers.trim().split(" ")).mapToInt(Integer::parseInt).toArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(Lettering.class.getResourceAsStream(name), name);
  }

  /** Width of a line of that height, in pixels. */
  int width(String text, int height) {
    int width = 0;
    for (int i = 0; i < text.length(); i++) {
      width += advances[glyph(text.charAt(i))];
    }
    return Math.max(1, Math.round((float) width * height / HEIGHT));
  }

  /** White letters on black: how much of each pixel is covered. */
  Image line(String text, int height) {
    Image line = Image.create(width(text, HEIGHT), HEIGHT, strip.channels());
    int x = 0;
    for (int i = 0; i < text.length(); i++) {
      int glyph = glyph(text.charAt(i));
      Rect from = new Rect(start(glyph), 0, advances[glyph], HEIGHT);
      strip.view(from).copyTo(line.view(new Rect(x, 0, advances[glyph], HEIGHT)));
      x += advances[glyph];
    }
    Image scaled = Image.create(width(text, height), height, strip.channels());
    ImageKernels.java().resize(line, scaled);
    return scaled;
  }

  private int start(int glyph) {
    int x = 0;
    for (int i = 0; i < glyph; i++) {
      x += advances[i];
    }
    return x;
  }

  private static int glyph(char c) {
    return (c < FIRST || c > LAST ? '?' : c) - FIRST;
  }
}
