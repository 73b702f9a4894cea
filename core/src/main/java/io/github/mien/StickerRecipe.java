package io.github.mien;

import io.github.mien.expression.Expression;
import io.github.mien.expression.ExpressionCurve;
import io.github.mien.expression.Preset;
import io.github.mien.expression.Presets;
import io.github.mien.image.Animation;
import io.github.mien.image.Image;
import io.github.mien.meme.Caption;
import io.github.mien.meme.CaptionFonts;
import io.github.mien.meme.Marks;
import io.github.mien.meme.Sticker;
import io.github.mien.meme.StickerException;
import io.github.mien.meme.StickerFormat;
import io.github.mien.meme.StickerLimits;
import io.github.mien.transfer.TransferOptions;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A sticker in the making:
 *
 * <pre>{@code
 * mien.sticker(Path.of("me.jpg")).preset("laugh").strength(0.9).caption("我太难了")
 *     .format(StickerFormat.WECHAT).write(Path.of("sticker.gif"));
 * }</pre>
 *
 * <p>Where the platform takes moving stickers it is one, in which the expression comes and goes.
 * Immutable: each setting gives a new one, and nothing is drawn before {@link #make()} or {@link
 * #write}.
 */
public final class StickerRecipe {
  /**
   * Width of a usual line around a head, as a share of the sticker's side: 8 of 512 pixels, which
   * WhatsApp recommends.
   */
  public static final double OUTLINE = 0.015625;

  /** The widest line, which fits beside the head. */
  public static final double WIDEST_OUTLINE = 0.04;

  private static final double SECONDS = 1.6;
  private static final double LONGEST = 60;
  private static final double STILL = 0;

  /** Frames a second. */
  private static final double RATE = 12;

  private final StickerFace face;
  private final Expression shown;
  private final TransferOptions options;
  private final StickerLettering lettering;
  private final StickerFormat format;
  private final double seconds;

  StickerRecipe(StickerFace face) {
    this(
        face,
        Presets.embedded().get("smile").expression(),
        TransferOptions.DEFAULT,
        StickerLettering.NONE,
        StickerFormat.WECHAT,
        SECONDS);
  }

  private StickerRecipe(
      StickerFace face,
      Expression shown,
      TransferOptions options,
      StickerLettering lettering,
      StickerFormat format,
      double seconds) {
    this.face = face;
    this.shown = shown;
    this.options = options;
    this.lettering = lettering;
    this.format = format;
    this.seconds = seconds;
  }

  /**
   * Showing a ready-made expression.
   *
   * @param name one of {@link Presets#embedded()}
   * @throws io.github.mien.expression.PresetException if there is none of that name
   */
  public StickerRecipe preset(String name) {
    return preset(Presets.embedded().get(name));
  }

  /** Showing a preset of one's own. */
  public StickerRecipe preset(Preset preset) {
    return expression(preset.expression());
  }

  /** Showing an expression put together from coefficients; the smile unless said otherwise. */
  public StickerRecipe expression(Expression expression) {
    return new StickerRecipe(face, expression, options, lettering, format, seconds);
  }

  /**
   * With more or less of the expression.
   *
   * @param strength 0 to 1.5; 1 unless said otherwise
   */
  public StickerRecipe strength(double strength) {
    return new StickerRecipe(
        face, shown, options.withStrength(strength), lettering, format, seconds);
  }

  /** With a text at the lower edge, in any script. */
  public StickerRecipe caption(String text) {
    return caption(Caption.bottom(text));
  }

  /** With a further text. */
  public StickerRecipe caption(Caption caption) {
    return new StickerRecipe(face, shown, options, lettering.with(caption), format, seconds);
  }

  /** Drawn with these fonts instead of those that are on the class or module path. */
  public StickerRecipe fonts(CaptionFonts fonts) {
    return new StickerRecipe(face, shown, options, lettering.with(fonts), format, seconds);
  }

  /**
   * Showing head and shoulders alone; what was around them is transparent.
   *
   * @throws UnusableFaceException as the other {@link #cutOut(double, int)}, like all that it
   *     throws
   */
  public StickerRecipe cutOut() {
    return cutOut(0, 0);
  }

  /**
   * Showing head and shoulders alone, with a line around them. They are looked for now, once for
   * all stickers that are made of the result; the model for it is loaded when first needed.
   *
   * @param outline width of the line as a share of the sticker's side, 0 for none, up to {@value
   *     #WIDEST_OUTLINE}; {@value #OUTLINE} is usual
   * @param color of the line, 0xRRGGBB
   * @throws UnusableFaceException if the face is not found again in what is around the head
   * @throws io.github.mien.meme.StickerException if nothing of the head is found, as a {@link
   *     MienBuilder#headMatte} of one's own may do
   * @throws io.github.mien.model.ModelException if the model is of another kind
   * @throws java.io.UncheckedIOException if a user's model file cannot be read
   */
  public StickerRecipe cutOut(double outline, int color) {
    if (!(outline >= 0 && outline <= WIDEST_OUTLINE)) {
      throw new IllegalArgumentException(
          "an outline is 0 to %s of the side wide, not %s".formatted(WIDEST_OUTLINE, outline));
    }
    StickerFace alone = face.cutOut(new StickerOutline(outline, color));
    return new StickerRecipe(alone, shown, options, lettering, format, seconds);
  }

  /** For a platform; WeChat unless said otherwise. */
  public StickerRecipe format(StickerFormat platform) {
    return new StickerRecipe(face, shown, options, lettering, platform, seconds);
  }

  /** Not moving, even where it could. */
  public StickerRecipe still() {
    return new StickerRecipe(face, shown, options, lettering, format, STILL);
  }

  /**
   * Moving, and for how long.
   *
   * @param length above 0 and up to 60 s; 1.6 s unless said otherwise
   */
  public StickerRecipe seconds(double length) {
    if (!(length > 0 && length <= LONGEST)) {
      throw new IllegalArgumentException(
          "a sticker lasts more than 0 and up to 60 s, not " + length);
    }
    return new StickerRecipe(face, shown, options, lettering, format, length);
  }

  /**
   * Makes it.
   *
   * @throws StickerException if it cannot meet the platform's limits
   * @throws io.github.mien.meme.CaptionException if a text does not fit
   * @throws IOException if it cannot be encoded
   */
  public Sticker make() throws IOException {
    return seconds == STILL
        ? format.encode(marks().draw(preview()), marks().metadata())
        : format.encode(marks().draw(lettered(animation(format.animated()))));
  }

  /**
   * Makes another picture that the platform asks for, without texts.
   *
   * @param limits {@link StickerFormat#thumbnail} or one of {@link StickerFormat#packPictures}
   * @throws StickerException if it cannot meet them
   * @throws IOException if it cannot be encoded
   */
  public Sticker make(StickerLimits limits) throws IOException {
    return limits.isStill()
        ? format.encode(
            marks().draw(face.shown(shown, options, limits)), limits, marks().metadata())
        : format.encode(marks().draw(animation(limits)), limits);
  }

  /** How it says that a machine made it. */
  Marks marks() {
    return face.marks();
  }

  /** The still picture, of the platform's size, with its texts and without marks. */
  public Image preview() {
    Image picture = face.shown(shown, options, format.still());
    lettering.draw(picture, face.keptClear(picture));
    return picture;
  }

  /**
   * Makes it and writes the file.
   *
   * @param file any name, best with the extension of the platform's files
   * @throws StickerException if it cannot meet the platform's limits
   * @throws IOException if it cannot be encoded or written; an older file is then still there
   */
  public Sticker write(Path file) throws IOException {
    Sticker sticker = make();
    sticker.write(file);
    return sticker;
  }

  private Animation animation(StickerLimits limits) {
    ExpressionCurve curve = ExpressionCurve.swell(shown, seconds);
    double rate = Math.max(1, Math.min(RATE, limits.maxFrames() / seconds));
    return face.moving(curve, options, rate, limits);
  }

  private Animation lettered(Animation plain) {
    return plain.map(plain.width(), plain.height(), this::lettered);
  }

  /** Frames are made for the sticker alone, and may be drawn on. */
  private Image lettered(Image frame) {
    lettering.draw(frame, face.keptClear(frame));
    return frame;
  }
}
