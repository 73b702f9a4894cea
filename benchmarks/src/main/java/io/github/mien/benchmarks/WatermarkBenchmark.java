package io.github.mien.benchmarks;

import io.github.mien.image.Animation;
import io.github.mien.image.Frame;
import io.github.mien.image.FrameSource;
import io.github.mien.image.Image;
import io.github.mien.meme.Watermark;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The watermark of a square picture and of a frame of an animation, one thread: put in and looked
 * for. Of the small one it is tried what outlives JPEG.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(3)
public class WatermarkBenchmark {
  @Param({"240", "512", "1024"})
  private int side;

  private Image photo;
  private Image marked;
  private FrameSource frames;

  @Setup
  public void load() throws IOException {
    photo = Portraits.square("older-man.jpg", side);
    marked = photo.copy();
    Watermark.add(marked);
    Animation endless = Animation.of(side, side, () -> () -> new Frame(photo, 40));
    frames = Watermark.marked(endless).open();
    frames.next();
  }

  @Benchmark
  public Image add() {
    Image copy = photo.copy();
    Watermark.add(copy);
    return copy;
  }

  /** A further frame of an animation, whose pattern is that of the first. */
  @Benchmark
  public Image frame() throws IOException {
    Frame frame = frames.next();
    if (frame == null) {
      throw new IllegalStateException("the animation has ended");
    }
    return frame.image();
  }

  @Benchmark
  public double score() {
    return Watermark.score(marked);
  }
}
