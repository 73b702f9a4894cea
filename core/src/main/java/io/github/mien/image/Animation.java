package io.github.mien.image;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A moving picture that is never in memory as a whole: its frames are made anew each time that they
 * are gone through. Immutable, and as thread-safe as what opens its frames.
 */
public final class Animation {
  /** Loops that never end. */
  public static final int FOREVER = 0;

  private final int width;
  private final int height;
  private final int loops;
  private final Metadata metadata;
  private final Opener opener;

  /** Starts at the first frame. */
  @FunctionalInterface
  public interface Opener {
    /** Frames from the first to the last, the same each time. */
    FrameSource open() throws IOException;
  }

  private Animation(int width, int height, int loops, Metadata metadata, Opener opener) {
    this.width = width;
    this.height = height;
    this.loops = loops;
    this.metadata = metadata;
    this.opener = opener;
  }

  /**
   * An animation that plays forever.
   *
   * @param width columns of each frame
   * @param height rows of each frame
   * @param opener starts at the first frame, as often as it is asked: a writer may go through the
   *     frames several times
   */
  public static Animation of(int width, int height, Opener opener) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "a frame needs at least one pixel, not " + width + " x " + height);
    }
    return new Animation(width, height, FOREVER, Metadata.NONE, opener);
  }

  /**
   * A short animation of pictures in memory, which plays forever.
   *
   * @param frames at least one, all of the same size and all with or without alpha; not copied
   */
  public static Animation of(List<Frame> frames) {
    if (frames.isEmpty()) {
      throw new IllegalArgumentException("an animation needs at least one frame");
    }
    Image first = frames.get(0).image();
    List<Frame> copy = List.copyOf(frames);
    return of(
        first.width(),
        first.height(),
        () -> {
          Iterator<Frame> left = copy.iterator();
          return () -> left.hasNext() ? left.next() : null;
        });
  }

  /** Columns of each frame. */
  public int width() {
    return width;
  }

  /** Rows of each frame. */
  public int height() {
    return height;
  }

  /** How often it is shown; {@link #FOREVER} without end. */
  public int loops() {
    return loops;
  }

  /**
   * The same frames, shown so often.
   *
   * @param times 1 to 65535, or {@link #FOREVER}
   */
  public Animation withLoops(int times) {
    if (times < 0 || times > 65535) {
      throw new IllegalArgumentException("loops are from 0 (forever) to 65535, not " + times);
    }
    return new Animation(width, height, times, metadata, opener);
  }

  /** What a file of it says beside its frames. */
  public Metadata metadata() {
    return metadata;
  }

  /**
   * The same frames, of which a file says something.
   *
   * @param said kept where the frames are changed
   */
  public Animation withMetadata(Metadata said) {
    return new Animation(width, height, loops, said, opener);
  }

  /**
   * Each frame changed as it comes along.
   *
   * @param newWidth columns of what comes out
   * @param newHeight rows of what comes out
   * @param change from a picture of this animation, which it leaves as it is, to one of the new
   *     size
   */
  public Animation map(int newWidth, int newHeight, UnaryOperator<Image> change) {
    return new Animation(
        newWidth,
        newHeight,
        loops,
        metadata,
        () -> {
          FrameSource frames = open();
          return new FrameSource() {
            @Override
            public @Nullable Frame next() throws IOException {
              Frame frame = frames.next();
              return frame == null ? null : new Frame(change.apply(frame.image()), frame.millis());
            }

            @Override
            public void close() throws IOException {
              frames.close();
            }
          };
        });
  }

  /**
   * Goes through the frames from the first.
   *
   * @return to be closed by the caller
   * @throws IOException if they cannot be had, or, while going through them, if one has another
   *     size than the animation, or transparency where others have none
   */
  public FrameSource open() throws IOException {
    FrameSource frames = opener.open();
    return new FrameSource() {
      private int number;
      private int channels;

      @Override
      public @Nullable Frame next() throws IOException {
        Frame frame = frames.next();
        number++;
        if (frame != null && (frame.image().width() != width || frame.image().height() != height)) {
          throw new IOException(
              "frame %d has %s pixels, the animation %d x %d"
                  .formatted(number, frame.image(), width, height));
        }
        if (frame != null) {
          if (channels != 0 && frame.image().channels() != channels) {
            throw new IOException(
                "frame %d is %s, those before have %d channels"
                    .formatted(number, frame.image(), channels));
          }
          channels = frame.image().channels();
        }
        return frame;
      }

      @Override
      public void close() throws IOException {
        frames.close();
      }
    };
  }

  @Override
  public String toString() {
    return width + " x " + height + " animation";
  }
}
