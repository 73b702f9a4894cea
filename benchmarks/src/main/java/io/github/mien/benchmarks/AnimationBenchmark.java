package io.github.mien.benchmarks;

import io.github.mien.Mien;
import io.github.mien.Target;
import io.github.mien.expression.ExpressionCurve;
import io.github.mien.expression.Presets;
import io.github.mien.image.Animation;
import io.github.mien.image.Frame;
import io.github.mien.image.FrameSource;
import io.github.mien.image.Image;
import io.github.mien.image.io.AnimationEncoder;
import io.github.mien.image.io.GifEncoder;
import io.github.mien.image.io.VideoEncoder;
import io.github.mien.image.io.WebpEncoder;
import io.github.mien.transfer.TransferOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A face of 512 pixels that laughs, 30 frames, one thread: drawing a frame, and writing all as a
 * GIF, a WebP or a video.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class AnimationBenchmark {
  private static final double RATE = 30;

  private Mien mien;
  private Mien covering;
  private Animation laughing;
  private Animation nodding;
  private Animation laughingBehind;
  private Animation drawn;
  private FrameSource laugh;
  private FrameSource nod;
  private FrameSource laughBehind;

  @Setup
  public void load() throws IOException {
    mien = Mien.create();
    Target target = mien.target(Portraits.square("older-man.jpg", 512));
    ExpressionCurve curve = ExpressionCurve.swell(Presets.embedded().get("laugh").expression(), 1);
    laughing = target.animate(curve, TransferOptions.DEFAULT, RATE);
    nodding = target.animate(curve.withNod(3, 1), TransferOptions.DEFAULT, RATE);
    covering = Mien.builder().occlusion(photo -> Board.before(photo.face().landmarks())).build();
    laughingBehind =
        covering
            .target(Portraits.square("older-man.jpg", 512))
            .animate(curve, TransferOptions.DEFAULT, RATE);
    laugh = laughing.open();
    laughBehind = laughingBehind.open();
    nod = nodding.open();
    List<Frame> frames = new ArrayList<>();
    try (FrameSource source = laughing.open()) {
      for (Frame frame = source.next(); frame != null; frame = source.next()) {
        frames.add(new Frame(frame.image().copy(), frame.millis()));
      }
    }
    drawn = Animation.of(frames);
  }

  @TearDown
  public void close() {
    mien.close();
    covering.close();
  }

  /** Frames a second. */
  @Benchmark
  public Image frame() throws IOException {
    Frame frame = laugh.next();
    if (frame == null) {
      laugh = laughing.open();
      frame = laugh.next();
    }
    return frame.image();
  }

  /** Frames a second of a face behind a board. */
  @Benchmark
  public Image frameBehindBoard() throws IOException {
    Frame frame = laughBehind.next();
    if (frame == null) {
      laughBehind = laughingBehind.open();
      frame = laughBehind.next();
    }
    return frame.image();
  }

  /** Frames a second of a head that nods as well. */
  @Benchmark
  public Image frameWithNod() throws IOException {
    Frame frame = nod.next();
    if (frame == null) {
      nod = nodding.open();
      frame = nod.next();
    }
    return frame.image();
  }

  /** GIFs a second, of 30 frames that are drawn already. */
  @Benchmark
  public int gif() throws IOException {
    return size(GifEncoder.BEST);
  }

  /** WebPs a second, of the same frames. */
  @Benchmark
  public int webp() throws IOException {
    return size(WebpEncoder.GOOD);
  }

  /** MP4s a second, of the same frames. */
  @Benchmark
  public int mp4() throws IOException {
    return size(VideoEncoder.MP4);
  }

  private int size(AnimationEncoder encoder) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    encoder.encode(drawn, out);
    return out.size();
  }
}
