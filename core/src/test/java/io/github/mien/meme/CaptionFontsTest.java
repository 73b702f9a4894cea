package io.github.mien.meme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.image.Image;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptionFontsTest {
  @TempDir Path folder;

  private static Image drawn(CaptionFonts fonts, String text) {
    Image image = Image.create(200, 100, 3);
    new CaptionPainter(fonts).draw(image, List.of(Caption.top(text)), List.of());
    return image;
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  @Test
  void aFontOfOnesOwnComesFirstAndOthersHelpOut() throws IOException {
    CaptionFonts cjk = CaptionFonts.of(List.of(TestFonts.CJK));
    Path own = file("own.ttf", TestFonts.bytes(TestFonts.LATIN));

    assertThat(drawn(cjk.with(own), "OK").data())
        .isEqualTo(drawn(CaptionFonts.of(List.of(TestFonts.LATIN)), "OK").data());
    assertThat(drawn(cjk.with(own), "我").data()).isEqualTo(drawn(cjk, "我").data());
    assertThat(drawn(CaptionFonts.of(own), "OK").data())
        .isEqualTo(drawn(cjk.with(own), "OK").data());
  }

  /** Curves of the third degree as near to those of the second as makes no difference. */
  @Test
  void outlinesOfOpenTypeFontsAreDrawnLikeThoseOfTrueType() throws IOException {
    byte[] cubic =
        drawn(CaptionFonts.of(file("own.otf", TestFonts.bytes("latin.otf"))), "OK").data();
    byte[] quadratic = drawn(CaptionFonts.of(List.of(TestFonts.LATIN)), "OK").data();

    for (int i = 0; i < cubic.length; i++) {
      assertThat(cubic[i] & 0xff).isCloseTo(quadratic[i] & 0xff, within(12));
    }
  }

  @Test
  void ofACollectionTheFirstFontIsTaken() throws IOException {
    byte[] font = TestFonts.bytes(TestFonts.LATIN);
    CaptionFonts plain = CaptionFonts.of(file("plain.ttf", font));
    CaptionFonts collection = CaptionFonts.of(file("collection.ttc", collection(font)));

    assertThat(drawn(collection, "OK").data()).isEqualTo(drawn(plain, "OK").data());
  }

  /** A header for one font, whose tables are moved by its length. */
  private static byte[] collection(byte[] font) throws IOException {
    int header = 16;
    byte[] moved = font.clone();
    ByteBuffer tables = ByteBuffer.wrap(moved);
    for (int i = 0; i < tables.getShort(4); i++) {
      int offset = 12 + 16 * i + 8;
      tables.putInt(offset, tables.getInt(offset) + header);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeBytes("ttcf");
    out.writeInt(0x10000);
    out.writeInt(1);
    out.writeInt(header);
    out.write(moved);
    return bytes.toByteArray();
  }

  @Test
  void theScriptsOfATextDecideWhoIsAskedFirst() {
    FontFile kana =
        new FontFile("kana", Set.of(UnicodeScript.HIRAGANA), false, TestFonts.KOREAN.source());
    CaptionFonts fonts = CaptionFonts.of(List.of(TestFonts.CJK, kana, TestFonts.EMOJI));

    assertThat(names(fonts.order(Set.of(UnicodeScript.HAN)).textFirst()))
        .containsExactly("cjk", "kana", "emoji");
    assertThat(names(fonts.order(Set.of(UnicodeScript.HIRAGANA)).textFirst()))
        .containsExactly("kana", "cjk", "emoji");
    assertThat(names(fonts.order(Set.of(UnicodeScript.HAN)).emojiFirst()))
        .containsExactly("emoji", "cjk", "kana");
  }

  private static List<String> names(Iterable<Typeface> typefaces) {
    List<String> names = new ArrayList<>();
    typefaces.forEach(face -> names.add(face.name()));
    return names;
  }

  @Test
  void whatIsNoFontIsNamedInOneLine() throws IOException {
    Path text = file("notes.ttf", "not a font".getBytes(StandardCharsets.UTF_8));
    Path empty = file("empty.ttf", new byte[0]);
    Path web = file("web.woff2", new byte[] {'w', 'O', 'F', '2', 0, 0});

    for (Path file : List.of(text, empty)) {
      assertThatThrownBy(() -> CaptionFonts.of(file))
          .isInstanceOf(FontException.class)
          .hasMessageContaining(file + ": not a TrueType or OpenType font, or a damaged one")
          .hasMessageNotContaining("\n");
    }
    assertThatThrownBy(() -> CaptionFonts.of(web))
        .isInstanceOf(FontException.class)
        .hasMessageContaining("take the font's .ttf or .otf file");
    assertThatThrownBy(() -> CaptionFonts.of(folder.resolve("none.ttf")))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("none.ttf: no such font file");
    assertThatThrownBy(() -> CaptionFonts.of(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot be read");
  }

  @Property(tries = 200)
  void aDamagedFontIsRefusedOrDrawn(
      @ForAll @IntRange(min = 0, max = 9079) int length, @ForAll long seed) {
    byte[] whole = TestFonts.bytes(TestFonts.LATIN);
    byte[] cut = Arrays.copyOf(whole, length);
    byte[] noisy = whole.clone();
    Random random = new Random(seed);
    for (int i = 0; i < 20; i++) {
      noisy[random.nextInt(noisy.length)] = (byte) random.nextInt();
    }
    for (byte[] damaged : List.of(cut, noisy)) {
      try {
        FontFile file =
            new FontFile("damaged", Set.of(), false, () -> new ByteArrayInputStream(damaged));
        drawn(CaptionFonts.of(List.of(file)), "AVATAR fly");
      } catch (FontException e) {
        assertThat(e).hasMessageStartingWith("damaged: ").hasMessageNotContaining("\n");
      } catch (CaptionException e) {
        // Letters a hundred times as wide: refused as well.
        assertThat(e).hasMessageContaining("does not fit");
      }
    }
  }

  @Test
  void withoutAnyFontTheMessageSaysWhatToAdd() {
    assertThatThrownBy(CaptionFonts::discover)
        .isInstanceOf(FontException.class)
        .hasMessageContaining("add io.github.mien:mien-fonts");
  }
}
