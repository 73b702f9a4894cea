package io.github.mien.blend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.image.Image;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ColourTransferTest {

  /** Noise around a colour. */
  private static Image noise(long seed, int red, int green, int blue, double deviation) {
    Image image = Image.create(60, 50, 3);
    Random random = new Random(seed);
    int[] colour = {red, green, blue};
    for (int i = 0; i < image.data().length; i += 3) {
      double light = random.nextGaussian();
      for (int c = 0; c < 3; c++) {
        double v = colour[c] + deviation * (light + 0.5 * random.nextGaussian());
        image.data()[i + c] = (byte) Math.max(0, Math.min(255, Math.round(v)));
      }
    }
    return image;
  }

  private static Image changed(Image image, DoubleUnaryOperator levels) {
    Image out = image.copy();
    for (int i = 0; i < out.data().length; i++) {
      double v = levels.applyAsDouble((out.data()[i] & 0xff) / 255.0);
      out.data()[i] = (byte) Math.max(0, Math.min(255, Math.round(255 * v)));
    }
    return out;
  }

  private static void assertAlike(Oklab a, Oklab b, double tolerance) {
    assertThat(a.l()).isCloseTo(b.l(), within(tolerance));
    assertThat(a.a()).isCloseTo(b.a(), within(tolerance));
    assertThat(a.b()).isCloseTo(b.b(), within(tolerance));
  }

  @Property(tries = 20)
  void aPictureGetsMeanAndDeviationOfAnother(
      @ForAll @IntRange(min = 80, max = 160) int red,
      @ForAll @IntRange(min = 80, max = 160) int green,
      @ForAll @IntRange(min = 80, max = 160) int blue,
      @ForAll @DoubleRange(min = 6, max = 14) double deviation) {
    Image image = noise(1, 120, 100, 90, 10);
    ColourStatistics wanted = ColourStatistics.of(noise(2, red, green, blue, deviation));

    ColourTransfer.between(ColourStatistics.of(image), wanted).apply(image, 1);

    ColourStatistics now = ColourStatistics.of(image);
    assertAlike(now.mean(), wanted.mean(), 0.003);
    assertAlike(now.deviation(), wanted.deviation(), 0.003);
  }

  @Property(tries = 20)
  void whatLiesElsewhereFollowsTheLightOfWhatWasMeasured(
      @ForAll @DoubleRange(min = 0.4, max = 1.1) double gain) {
    Image skin = noise(1, 180, 140, 120, 12);
    Image teeth = noise(2, 215, 205, 190, 6);
    Image darker = changed(skin, v -> gain * v);

    ColourTransfer.between(ColourStatistics.of(skin), ColourStatistics.of(darker)).apply(teeth, 1);

    Oklab truth = ColourStatistics.of(changed(noise(2, 215, 205, 190, 6), v -> gain * v)).mean();
    assertAlike(ColourStatistics.of(teeth).mean(), truth, 0.025);
  }

  @Example
  void onlyTheMaskIsReadAndChanged() {
    Image image = noise(1, 60, 60, 60, 5);
    Image bright = noise(2, 200, 180, 160, 5);
    Mask half = Mask.create(60, 50);
    half.draw(new double[] {-0.5, -0.5, 29.5, -0.5, 29.5, 49.5, -0.5, 49.5}, true);
    Image both = image.copy();
    for (int y = 0; y < 50; y++) {
      System.arraycopy(bright.data(), bright.index(0, y), both.data(), both.index(0, y), 3 * 30);
    }

    ColourStatistics left = ColourStatistics.of(both, half);
    ColourTransfer.between(left, ColourStatistics.of(image)).apply(both, half, 1);

    assertAlike(left.mean(), ColourStatistics.of(bright).mean(), 0.005);
    for (int y = 0; y < 50; y++) {
      assertThat(both.sample(10, y, 0)).isLessThan(100);
      assertThat(both.sample(30, y, 1)).isEqualTo(image.sample(30, y, 1));
    }
  }

  @Example
  void strengthIsAShareOfTheWay() {
    Image image = noise(1, 100, 100, 100, 8);
    Image same = image.copy();
    ColourTransfer transfer =
        ColourTransfer.between(
            ColourStatistics.of(image), ColourStatistics.of(noise(2, 160, 150, 140, 8)));
    double before = ColourStatistics.of(image).mean().l();
    double whole = transfer.apply(ColourStatistics.of(image).mean()).l();

    transfer.apply(image, 0.5);
    transfer.apply(same, 0);

    assertThat(ColourStatistics.of(image).mean().l())
        .isCloseTo((before + whole) / 2, within(0.003));
    assertThat(same.data()).isEqualTo(noise(1, 100, 100, 100, 8).data());
  }

  @Example
  void blackStaysBlackWhereThatIsWanted() {
    ColourStatistics flat = ColourStatistics.of(noise(1, 120, 110, 100, 4));
    ColourStatistics light = ColourStatistics.of(noise(2, 180, 170, 120, 2));
    ColourTransfer transfer = ColourTransfer.between(flat, light);
    ColourTransfer keeping = transfer.keepingBlack(0.3);

    assertThat(transfer.apply(new Oklab(0, 0, 0)).l()).isGreaterThan(0.2);
    assertAlike(keeping.apply(new Oklab(0, 0, 0)), new Oklab(0, 0, 0), 1e-6);
    assertAlike(
        keeping.apply(new Oklab(0.3, 0.01, 0)), transfer.apply(new Oklab(0.3, 0.01, 0)), 1e-6);
    assertAlike(
        keeping.apply(new Oklab(0.2999, 0.01, 0)), keeping.apply(new Oklab(0.3, 0.01, 0)), 1e-3);
  }

  @Example
  void theTablesAgreeWithTheExactConversion() {
    float[] lab = new float[3];
    byte[] back = new byte[3];
    Random random = new Random(5);
    byte[] rgb = new byte[3];
    for (int i = 0; i < 20_000; i++) {
      random.nextBytes(rgb);
      OklabPixels.read(rgb, 0, lab);
      Oklab exact = Oklab.ofRgb(rgb[0] & 0xff, rgb[1] & 0xff, rgb[2] & 0xff);
      assertAlike(new Oklab(lab[0], lab[1], lab[2]), exact, 1e-5);
      OklabPixels.write(lab, back, 0);
      assertThat(back).isEqualTo(rgb);
    }
  }

  @Example
  void theWhiteOfSrgbIsOneAndGreyHasNoColour() {
    assertAlike(Oklab.ofRgb(255, 255, 255), new Oklab(1, 0, 0), 1e-4);
    assertAlike(Oklab.ofRgb(0, 0, 0), new Oklab(0, 0, 0), 1e-6);
    // Ottosson gives 0.627955, 0.224863, 0.125846 for red.
    assertAlike(Oklab.ofRgb(255, 0, 0), new Oklab(0.628, 0.2249, 0.1258), 2e-4);
  }

  @Example
  void theSkinOfALargePhotoIsReadInSteps() {
    Image large = Image.create(1500, 900, 3);
    Arrays.fill(large.data(), (byte) 77);
    Mask dot = Mask.create(1500, 900);
    dot.data()[dot.index(701, 333)] = 1;

    assertThat(ColourStatistics.of(large, dot).mean().l())
        .isCloseTo(Oklab.ofRgb(77, 77, 77).l(), within(1e-4));
  }

  @Example
  void whatCannotBeIsRefused() {
    Image image = noise(1, 1, 1, 1, 1);
    assertThatThrownBy(() -> ColourStatistics.of(image, Mask.create(60, 50)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("means no pixel");
    assertThatThrownBy(() -> ColourStatistics.of(image, Mask.create(50, 60)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mask of 50 x 60 does not fit 60 x 50");
    ColourStatistics any = ColourStatistics.of(image);
    assertThatThrownBy(() -> ColourTransfer.between(any, any).apply(image, 1.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not 1.5");
  }
}
