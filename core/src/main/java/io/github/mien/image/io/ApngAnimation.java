package io.github.mien.image.io;

import io.github.mien.image.Animation;
import io.github.mien.image.FrameSource;
import io.github.mien.image.Rect;
import io.github.mien.image.io.ImageReadException.Kind;
import io.github.mien.image.io.Placement.Disposal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * All frames of an animated PNG on their canvas (<a
 * href="https://www.w3.org/TR/png-3/#apng-frame-based-animation">PNG, third edition</a>). The
 * chunks are walked once; each frame is decoded when it is wanted, as the still PNG that its chunks
 * make up with those that all frames share. A default picture that is no part of the animation is
 * left out.
 */
final class ApngAnimation {
  private static final int ANIMATION_BYTES = 8;
  private static final int FRAME_BYTES = 26;
  private static final int SEQUENCE_BYTES = 4;

  private final byte[] file;
  private final PngChunk header;
  private final int width;
  private final int height;
  private final List<PngChunk> shared = new ArrayList<>();
  private final List<Placement> placements = new ArrayList<>();
  private final List<List<Part>> pixels = new ArrayList<>();
  private int announced;
  private int loops;
  private int sequence;
  private double time;

  /** Compressed bytes of a frame. */
  private record Part(int from, int length) {}

  /**
   * Walks a file whose chunks are all there.
   *
   * @param file for which {@link #isIn} is true
   */
  private ApngAnimation(byte[] file) throws IOException {
    this.file = file;
    this.header = PngChunk.first(file);
    this.width = header.fields(file).getInt(0);
    this.height = header.fields(file).getInt(4);
    Decoder.requireSize(width, height);
    for (PngChunk chunk = header.next(file); !chunk.is(PngChunk.END); chunk = chunk.next(file)) {
      walk(chunk);
    }
    if (placements.size() != announced) {
      throw damaged("of %d frames %d are there".formatted(announced, placements.size()));
    }
    for (int i = 0; i < announced; i++) {
      if (pixels.get(i).isEmpty()) {
        throw damaged("frame %d has no pixels".formatted(i + 1));
      }
    }
  }

  /** Whether a PNG that can be decoded is animated. */
  static boolean isIn(byte[] file) throws IOException {
    PngChunk chunk = PngChunk.first(file);
    while (!chunk.is(PngChunk.ANIMATION) && !chunk.is(PngChunk.PIXELS) && !chunk.is(PngChunk.END)) {
      chunk = chunk.next(file);
    }
    return chunk.is(PngChunk.ANIMATION) && chunk.length() == ANIMATION_BYTES;
  }

  /** The animation in a file for which {@link #isIn} is true. */
  static Animation of(byte[] file) throws IOException {
    // It checks what stills and animations have in common.
    Orientation orientation = new PngDecoder(file).header().orientation();
    ApngAnimation png = new ApngAnimation(file);
    Animation stored =
        Animation.of(png.width, png.height, png::open).withLoops(Math.min(0xffff, png.loops));
    return orientation.upright(stored);
  }

  private static ImageReadException damaged(String what) {
    return new ImageReadException(Kind.DAMAGED, "damaged: an animated PNG, " + what);
  }

  private void walk(PngChunk chunk) throws IOException {
    switch (chunk.type()) {
      case PngChunk.ANIMATION -> {
        if (chunk.length() != ANIMATION_BYTES) {
          throw damaged("which does not say how many frames it has");
        }
        announced = chunk.fields(file).getInt(0);
        loops = chunk.fields(file).getInt(4) & 0x7fffffff;
      }
      case PngChunk.FRAME -> readFrame(chunk);
      case PngChunk.PIXELS -> {
        if (!placements.isEmpty()) {
          add(new Part(chunk.from(), chunk.length()));
        }
      }
      case PngChunk.FRAME_PIXELS -> {
        if (placements.isEmpty() || chunk.length() < SEQUENCE_BYTES) {
          throw damaged("pixels that belong to no frame");
        }
        requireNext(chunk);
        add(new Part(chunk.from() + SEQUENCE_BYTES, chunk.length() - SEQUENCE_BYTES));
      }
      case PngChunk.EXIF -> {}
      default -> {
        if (placements.isEmpty() && !chunk.is(PngChunk.TEXT)) {
          shared.add(chunk);
        }
      }
    }
  }

  private void add(Part part) {
    pixels.get(pixels.size() - 1).add(part);
  }

  private void requireNext(PngChunk chunk) throws IOException {
    if (chunk.fields(file).getInt(0) != sequence++) {
      throw damaged("its parts are not in order");
    }
  }

  private void readFrame(PngChunk chunk) throws IOException {
    if (chunk.length() != FRAME_BYTES) {
      throw damaged("a frame without its place");
    }
    requireNext(chunk);
    ByteBuffer fields = chunk.fields(file);
    Rect area = area(fields);
    int disposal = fields.get(24);
    boolean first = placements.isEmpty();
    placements.add(
        new Placement(
            area,
            millis(fields.getShort(20) & 0xffff, fields.getShort(22) & 0xffff),
            fields.get(25) == 1,
            disposal == 0
                ? Disposal.KEEP
                : disposal == 1 || first ? Disposal.CLEAR : Disposal.RESTORE));
    pixels.add(new ArrayList<>());
  }

  private Rect area(ByteBuffer fields) throws IOException {
    int w = fields.getInt(4);
    int h = fields.getInt(8);
    int x = fields.getInt(12);
    int y = fields.getInt(16);
    boolean inside = w > 0 && h > 0 && x >= 0 && y >= 0 && w <= width - x && h <= height - y;
    if (!inside) {
      throw damaged("a frame sticks out of its canvas");
    }
    return new Rect(x, y, w, h);
  }

  /** From one whole millisecond to another, so that times never drift. */
  private int millis(int numerator, int denominator) {
    double before = time;
    time += Placement.shown(1000.0 * numerator / (denominator == 0 ? 100 : denominator));
    return (int) (Math.round(time) - Math.round(before));
  }

  private FrameSource open() throws ImageReadException {
    return new CanvasFrames(
        width,
        height,
        placements,
        number -> Decoder.decode(still(number), placements.get(number).area()));
  }

  /** A frame as a file of its own. */
  private byte[] still(int number) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PngChunks still = new PngChunks(out);
    still.writeSignature();
    byte[] size = new byte[header.length()];
    header.fields(file).get(size);
    Rect area = placements.get(number).area();
    ByteBuffer.wrap(size).putInt(area.width()).putInt(area.height());
    still.write(PngChunk.HEADER, size);
    for (PngChunk chunk : shared) {
      still.write(chunk.type(), file, chunk.from(), chunk.length());
    }
    for (Part part : pixels.get(number)) {
      still.write(PngChunk.PIXELS, file, part.from, part.length);
    }
    still.writeEnd();
    return out.toByteArray();
  }
}
