package io.github.mien.image.io;

import io.github.mien.image.Image;
import io.github.mien.image.io.Placement.Disposal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Animations put together frame by frame, to have what Mien's own writers never write: frames that
 * are cleared, mixed, or of other programs' making.
 *
 * @param pixels what is stored of a frame
 * @param x its left column on the canvas
 * @param y its top row there
 * @param over whether it is laid over what is there
 * @param disposal what becomes of it afterwards
 */
record StoredFrame(Image pixels, int x, int y, boolean over, Disposal disposal) {

  /** Any places, transparency and ways of drawing; the first covers the canvas. */
  static List<StoredFrame> random(Random random, int width, int height, Disposal... disposals) {
    List<StoredFrame> frames = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      int x = i == 0 ? 0 : 2 * random.nextInt(width / 2);
      int y = i == 0 ? 0 : 2 * random.nextInt(height / 2);
      int w = i == 0 ? width : 1 + random.nextInt(width - x);
      int h = i == 0 ? height : 1 + random.nextInt(height - y);
      Image pixels = Image.create(w, h, 4);
      random.nextBytes(pixels.data());
      for (int p = 3; p < pixels.data().length; p += 4) {
        int kind = random.nextInt(3);
        pixels.data()[p] = kind == 0 ? 0 : kind == 1 ? -1 : pixels.data()[p];
      }
      Disposal disposal = disposals[random.nextInt(disposals.length)];
      frames.add(new StoredFrame(pixels, x, y, random.nextBoolean(), disposal));
    }
    return frames;
  }

  /** What a viewer sees of them, by the formula of both specifications. */
  static List<Image> seen(List<StoredFrame> frames, int width, int height) {
    List<Image> seen = new ArrayList<>();
    Image canvas = Image.create(width, height, 4);
    for (StoredFrame frame : frames) {
      Image before = canvas.copy();
      for (int y = 0; y < frame.pixels.height(); y++) {
        for (int x = 0; x < frame.pixels.width(); x++) {
          int[] color = pixel(frame.pixels, x, y);
          int[] below = pixel(canvas, frame.x + x, frame.y + y);
          put(frame.over ? over(color, below) : color, canvas, frame.x + x, frame.y + y);
        }
      }
      seen.add(canvas.copy());
      if (frame.disposal == Disposal.RESTORE && seen.size() > 1) {
        canvas = before;
      } else if (frame.disposal != Disposal.KEEP) {
        for (int i = 0; i < frame.pixels.width() * frame.pixels.height(); i++) {
          int x = frame.x + i % frame.pixels.width();
          put(new int[4], canvas, x, frame.y + i / frame.pixels.width());
        }
      }
    }
    return seen;
  }

  private static int[] over(int[] source, int[] destination) {
    double above = source[3] / 255.0;
    double below = destination[3] / 255.0 * (1 - above);
    int[] mixed = new int[4];
    mixed[3] = (int) Math.round(255 * (above + below));
    for (int c = 0; c < 3 && mixed[3] > 0; c++) {
      mixed[c] = (int) Math.round((above * source[c] + below * destination[c]) / (above + below));
    }
    return mixed;
  }

  private static int[] pixel(Image image, int x, int y) {
    int[] pixel = {0, 0, 0, 255};
    for (int c = 0; c < image.channels(); c++) {
      pixel[c] = image.sample(x, y, c);
    }
    return pixel;
  }

  private static void put(int[] pixel, Image image, int x, int y) {
    for (int c = 0; c < 4; c++) {
      image.data()[image.index(x, y) + c] = (byte) pixel[c];
    }
  }

  /**
   * An animated PNG.
   *
   * @param delay numerator and denominator, of all frames
   */
  static byte[] apng(List<StoredFrame> frames, int width, int height, int... delay)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PngChunks file = new PngChunks(out);
    file.writeSignature();
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    file.write("IHDR", header.put((byte) 8).put((byte) 6).array());
    file.write("acTL", ByteBuffer.allocate(8).putInt(frames.size()).putInt(3).array());
    int sequence = 0;
    for (StoredFrame frame : frames) {
      ByteBuffer control = ByteBuffer.allocate(26).putInt(sequence++);
      control.putInt(frame.pixels.width()).putInt(frame.pixels.height());
      control.putInt(frame.x).putInt(frame.y);
      control.putShort((short) delay[0]).putShort((short) delay[1]);
      control.put((byte) frame.disposal.ordinal()).put((byte) (frame.over ? 1 : 0));
      file.write("fcTL", control.array());
      byte[] pixels = PngRows.compress(PngRows.of(frame.pixels, 4), true);
      // In two parts each, as large files have them.
      int half = pixels.length / 2;
      boolean first = sequence == 1;
      for (int[] part : new int[][] {{0, half}, {half, pixels.length - half}}) {
        if (first) {
          file.write("IDAT", pixels, part[0], part[1]);
        } else {
          ByteBuffer data = ByteBuffer.allocate(4 + part[1]).putInt(sequence++);
          file.write("fdAT", data.put(pixels, part[0], part[1]).array());
        }
      }
    }
    file.writeEnd();
    return out.toByteArray();
  }

  /**
   * An animated WebP.
   *
   * @param stills the frames, each as a file of its own
   * @param more chunks that come before the frames
   */
  static byte[] webp(
      List<StoredFrame> frames, List<byte[]> stills, int width, int height, int millis, byte[] more)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int flags = WebpChunk.HAS_ANIMATION | WebpChunk.HAS_ALPHA;
    out.write(WebpChunk.extendedHeader(flags, width, height));
    out.write(more);
    out.write(WebpChunk.write("ANIM", new byte[] {-1, -1, -1, -1, 3, 0}));
    for (int i = 0; i < frames.size(); i++) {
      StoredFrame frame = frames.get(i);
      byte[] still = stills.get(i);
      ByteArrayOutputStream data = new ByteArrayOutputStream();
      ByteBuffer place = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
      WebpChunk.put24(place, frame.x / 2);
      WebpChunk.put24(place, frame.y / 2);
      WebpChunk.put24(place, frame.pixels.width() - 1);
      WebpChunk.put24(place, frame.pixels.height() - 1);
      WebpChunk.put24(place, millis);
      place.put((byte) (frame.disposal.ordinal() + (frame.over ? 0 : 2)));
      data.write(place.array());
      for (WebpChunk part = WebpChunk.first(still); part != null; part = part.next(still)) {
        if (!part.type().equals("VP8X")) {
          data.write(WebpChunk.write(part.type(), part.data(still)));
        }
      }
      out.write(WebpChunk.write("ANMF", data.toByteArray()));
    }
    return WebpChunk.writeFile(out.toByteArray());
  }

  /** An animated WebP without loss. */
  static byte[] webp(List<StoredFrame> frames, int width, int height, int millis)
      throws IOException {
    List<byte[]> stills = new ArrayList<>();
    for (StoredFrame frame : frames) {
      stills.add(WebpPlugin.encode(frame.pixels, 100));
    }
    return webp(frames, stills, width, height, millis, new byte[0]);
  }
}
