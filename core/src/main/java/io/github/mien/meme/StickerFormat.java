package io.github.mien.meme;

import io.github.mien.image.Animation;
import io.github.mien.image.Frame;
import io.github.mien.image.Image;
import io.github.mien.image.Metadata;
import io.github.mien.image.io.VideoEncoder;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Platforms that show stickers, and what files they take. Pictures of any size are scaled to fit
 * and, where their shape is another, get transparent borders; {@link StickerCrop} cuts out the part
 * that matters first. Thread-safe.
 */
public enum StickerFormat {
  /**
   * WeChat: GIF of 240 x 240 pixels and at most 500 KB, still ones too; 8, 16 or 24 a pack, each
   * with a still PNG of 120 x 120 and at most 200 KB; the pack has a cover of 240 x 240 and an icon
   * of 50 x 50. The banner of 750 x 400 that it asks for as well is left to the designer.
   *
   * <p>Only secondary sources are known: the guide on <a
   * href="https://sticker.weixin.qq.com">sticker.weixin.qq.com</a> is for those who have an
   * account. <a href="http://shsj.cdlchd.com/23news/14628.html">A studio that submits there</a>
   * (2023) gives all these figures; others differ for the small picture, from 50 to 500 KB.
   */
  WECHAT(
      StickerLimits.still(StickerKind.GIF, 240, 240, 500_000),
      StickerLimits.animated(StickerKind.GIF, 240, 500_000),
      StickerLimits.still(StickerKind.PNG, 120, 120, 200_000),
      List.of(
          PackPicture.of("cover.png", 240, 240, 500_000),
          PackPicture.of("icon.png", 50, 50, 100_000)),
      new PackSizes(8, 24, 8)),

  /**
   * WhatsApp: WebP of 512 x 512, at most 100 KB still and 500 KB animated, frames of at least 8 ms,
   * at most 10 s; 3 to 30 a pack with a tray icon of 96 x 96 and at most 50 KB.
   *
   * <p>WhatsApp's own: <a
   * href="https://github.com/WhatsApp/stickers/blob/main/Android/README.md">WhatsApp/stickers</a>,
   * which also recommends a white line of 8 pixels. The version of it that was read when this was
   * last checked knew no animation yet: 500 KB are also in <a
   * href="https://developer.vonage.com/messages/concepts/whatsapp-stickers">Vonage's
   * documentation</a>, 8 ms and 10 s only in later versions.
   */
  WHATSAPP(
      StickerLimits.still(StickerKind.WEBP, 512, 512, 100_000),
      StickerLimits.animated(StickerKind.WEBP, 512, 500_000, 10_000),
      null,
      List.of(PackPicture.of("tray.png", 96, 96, 50_000)),
      new PackSizes(3, 30, 1)),

  /**
   * Telegram: still PNG or WebP of which one side has 512 pixels, at most 512 KB; moving WebM with
   * VP9, without sound, at most 256 KB, 3 s and 30 frames a second, for which a {@link
   * io.github.mien.image.io.VideoCodec} is needed; 1 to 120 a pack.
   *
   * <p>Telegram's own: <a href="https://core.telegram.org/stickers">core.telegram.org/stickers</a>
   * for sizes and videos; it names no limit for still ones, whose 512 KB are those of the <a
   * href="https://core.telegram.org/bots/api#stickers">Bot API</a>'s {@code uploadStickerFile} as
   * its clients quote it, and so are the 120.
   */
  TELEGRAM(
      StickerLimits.still(StickerKind.PNG, 512, 512, 512_000),
      new StickerLimits(StickerKind.WEBM, 512, 512, 256_000, 1, 90, 3_000, 0, 30, false),
      null,
      List.of(),
      new PackSizes(1, 120, 1)),

  /**
   * Discord: PNG, animated PNG or GIF of 320 x 320, at most 512 KB and 5 s. Animations are GIF
   * here, which show photos better at that size.
   *
   * <p>Discord's own: <a
   * href="https://discord.com/developers/docs/resources/sticker#create-guild-sticker">the
   * documentation of its API</a>, in the words of <a
   * href="https://discord-api-types.dev/api/discord-api-types-v9/interface/RESTPostAPIGuildStickerFormDataBody">discord-api-types</a>.
   * 60 is how many a server has room for at most.
   */
  DISCORD(
      StickerLimits.still(StickerKind.PNG, 320, 320, 512_000),
      StickerLimits.animated(StickerKind.GIF, 320, 512_000, 5_000),
      null,
      List.of(),
      new PackSizes(1, 60, 1)),

  /**
   * QQ: GIF of 240 x 240 and at most 500 KB.
   *
   * <p>No source is known, not even a secondary one: its creators' portal shows its rules only to
   * those who have an account. These are WeChat's, of the same house, and well within what <a
   * href="https://wiki.connect.qq.com/%E8%AE%BE%E7%BD%AEqq%E8%A1%A8%E6%83%85">QQ's SDK</a> lets
   * applications add to a user's own stickers (9 at a time, 1 MB each, 3 MB together).
   */
  QQ(
      StickerLimits.still(StickerKind.GIF, 240, 240, 500_000),
      StickerLimits.animated(StickerKind.GIF, 240, 500_000),
      null,
      List.of(),
      new PackSizes(1, 24, 1)),

  /**
   * LINE: still PNG within 370 x 320; animated PNG within 320 x 270 with one side of 270 or more, 5
   * to 20 frames, at most 4 loops that last 4 s together, 300 KB; 8, 16 or 24 a pack with a main
   * image of 240 x 240, moving like the stickers, and a tab image of 96 x 74. One run lasts 1, 2, 3
   * or 4 whole seconds.
   *
   * <p>LINE's own: <a href="https://creator.line.me/en/guideline/animationsticker/">LINE Creators
   * Market</a>, which wants transparent backgrounds; the whole seconds are <a
   * href="http://nisu-niso.com/blog/2016/06/post-69.html">what others found out</a>. Its guideline
   * for still ones allows 1 MB and packs of 32 and 40 too, as <a
   * href="https://www.aery.pro/pages/line-stickergraphic-tablet">quoted elsewhere</a>.
   */
  LINE(
      StickerLimits.still(StickerKind.PNG, 320, 320, 300_000),
      new StickerLimits(
          StickerKind.PNG, 270, 270, 300_000, 5, 20, 4_000, 4, Integer.MAX_VALUE, true),
      null,
      List.of(
          new PackPicture(
              "main.png",
              new StickerLimits(
                  StickerKind.PNG, 240, 240, 300_000, 5, 20, 4_000, 4, Integer.MAX_VALUE, true)),
          PackPicture.of("tab.png", 96, 74, 300_000)),
      new PackSizes(8, 24, 8)),

  /**
   * Slack's emoji: PNG or GIF of 128 x 128, at most 128 KB and 50 frames.
   *
   * <p>From secondary sources, <a
   * href="https://makeemoji.com/blog/slack-emoji-size-limit">makeemoji.com</a> (2026) for the bytes
   * and <a href="https://gifcap.io/for/slack-emoji">gifcap.io</a> for the frames; <a
   * href="https://slack.com/help/articles/206870177">Slack's help</a> was not at hand. Older ones
   * say 64 KB.
   */
  SLACK(
      StickerLimits.still(StickerKind.PNG, 128, 128, 128_000),
      new StickerLimits(
          StickerKind.GIF,
          128,
          128,
          128_000,
          1,
          50,
          Integer.MAX_VALUE,
          0,
          Integer.MAX_VALUE,
          false),
      null,
      List.of(),
      PackSizes.ANY);

  private final StickerLimits still;
  private final StickerLimits animated;
  private final @Nullable StickerLimits thumbnail;
  private final List<PackPicture> packPictures;
  private final PackSizes packSizes;

  StickerFormat(
      StickerLimits still,
      StickerLimits animated,
      @Nullable StickerLimits thumbnail,
      List<PackPicture> packPictures,
      PackSizes packSizes) {
    this.still = still;
    this.animated = animated;
    this.thumbnail = thumbnail;
    this.packPictures = packPictures;
    this.packSizes = packSizes;
  }

  /** What a still sticker must be. */
  public StickerLimits still() {
    return still;
  }

  /** What a moving sticker must be. */
  public StickerLimits animated() {
    return animated;
  }

  /** What the small still picture beside each sticker must be; null where there is none. */
  public @Nullable StickerLimits thumbnail() {
    return thumbnail;
  }

  /** The small pictures of a whole pack; empty where there are none. */
  public List<PackPicture> packPictures() {
    return packPictures;
  }

  /** How many stickers a pack has. */
  public PackSizes packSizes() {
    return packSizes;
  }

  /**
   * Makes a still sticker, as good as the limits allow.
   *
   * @param picture not modified
   * @param metadata what the file says of it
   * @throws StickerException if it cannot be small enough
   * @throws IOException if it cannot be encoded: WebP needs a plug-in, see {@link
   *     io.github.mien.image.io.WebpEncoder}
   */
  public Sticker encode(Image picture, Metadata metadata) throws IOException {
    return encode(picture, still, metadata);
  }

  /** Makes a still sticker whose file says nothing of it. */
  public Sticker encode(Image picture) throws IOException {
    return encode(picture, Metadata.NONE);
  }

  /**
   * Makes a moving sticker, as good as the limits allow: with as many frames and colours and as
   * little loss as still fit.
   *
   * @param animation gone through several times
   * @throws StickerException if it lasts too long, has too few frames or cannot be small enough, or
   *     must be a video and there is no codec for one
   * @throws IOException if its frames cannot be had or encoded
   */
  public Sticker encode(Animation animation) throws IOException {
    if (animated.kind() == StickerKind.WEBM && !VideoEncoder.isAvailable()) {
      throw new StickerException(
          name()
              + " takes moving stickers as video: add io.github.mien:mien-ffmpeg to the"
              + " dependencies, or make a still one");
    }
    return encode(animation, animated);
  }

  /**
   * Makes another still picture that the platform asks for.
   *
   * @param picture not modified
   * @param limits its {@link #thumbnail} or one of its {@link #packPictures}
   * @param metadata what the file says of it
   * @throws StickerException if it cannot be small enough
   * @throws IOException if it cannot be encoded
   */
  public Sticker encode(Image picture, StickerLimits limits, Metadata metadata) throws IOException {
    return encode(single(picture, metadata), limits);
  }

  /**
   * Makes another moving picture that the platform asks for.
   *
   * @param animation gone through several times
   * @param limits one of its {@link #packPictures}
   * @throws StickerException if it cannot meet them
   * @throws IOException if its frames cannot be had or encoded
   */
  public Sticker encode(Animation animation, StickerLimits limits) throws IOException {
    return new StickerSearch(name(), limits).run(animation);
  }

  private static Animation single(Image picture, Metadata metadata) {
    return Animation.of(List.of(new Frame(picture, 1000))).withMetadata(metadata);
  }
}
