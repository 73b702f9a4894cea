package io.github.mien.training.watermark;

import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.Rect;
import io.github.mien.meme.Watermark;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.Photos;
import io.github.mien.training.data.Portraits;
import io.github.mien.training.data.Scenes;
import io.github.mien.training.synth.Jpeg;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures {@link Watermark}: marked validation portraits and scenes as they are, after JPEG of
 * quality 70, after a resize by half, and after both; and as many unmarked crops as asked for.
 */
@Command(
    name = "watermark-report",
    description = "Measures how often the watermark is found, where there is one and where not.",
    mixinStandardHelpOptions = true)
public final class WatermarkReportCommand implements Callable<Integer> {
  private static final float QUALITY = 0.7f;
  private static final int LEAST_CROP = 160;

  @Option(names = "--data", required = true, description = "Folder with portraits and scenes.")
  private Path data = Path.of(".");

  @Option(names = "--unmarked", defaultValue = "3000", description = "How many crops.")
  private int unmarked;

  @Option(
      names = "--sizes",
      split = ",",
      defaultValue = "0,480,240",
      description = "Longer sides the pictures are brought to first; 0: as they are.")
  private int[] sizes = {};

  /** Scores of one kind of picture, to be sorted. */
  private static final class Scores {
    private final List<Double> all = new ArrayList<>();

    void add(double score) {
      all.add(score);
    }

    void print(String name) {
      double[] sorted = all.stream().mapToDouble(d -> d).sorted().toArray();
      long found = Arrays.stream(sorted).filter(s -> s > Watermark.THRESHOLD).count();
      System.out.printf(
          Locale.ROOT,
          "| %s | %d | %d | %.2f %% | %.2f | %.2f | %.2f |%n",
          name,
          sorted.length,
          found,
          100.0 * found / sorted.length,
          sorted[0],
          sorted[sorted.length / 2],
          sorted[sorted.length - 1]);
    }
  }

  @Override
  public Integer call() throws IOException {
    List<Image> pictures = new ArrayList<>(Scenes.read(data));
    for (LabelledPhoto photo : Portraits.read(data).validation()) {
      pictures.add(Photos.read(photo.file()));
    }
    System.out.println("| pictures | number | found | share | least score | median | most |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (int size : sizes) {
      marked(pictures, size);
    }
    unmarked(pictures);
    return 0;
  }

  private static void marked(List<Image> pictures, int size) {
    Scores direct = new Scores();
    Scores jpeg = new Scores();
    Scores half = new Scores();
    Scores both = new Scores();
    double[] ratios = new double[pictures.size()];
    for (int i = 0; i < ratios.length; i++) {
      Image plain = size == 0 ? pictures.get(i) : resized(pictures.get(i), size);
      Image marked = plain.copy();
      Watermark.add(marked);
      ratios[i] = ratio(plain, marked);
      Image small = resized(marked, Math.max(marked.width(), marked.height()) / 2);
      direct.add(Watermark.score(marked));
      jpeg.add(Watermark.score(Jpeg.roundTrip(marked, QUALITY)));
      half.add(Watermark.score(small));
      both.add(Watermark.score(Jpeg.roundTrip(small, QUALITY)));
    }
    String name = size == 0 ? "marked" : "marked, " + size + " pixels";
    direct.print(name);
    jpeg.print(name + ", JPEG 70");
    half.print(name + ", half");
    both.print(name + ", half and JPEG 70");
    Arrays.sort(ratios);
    System.out.printf(
        Locale.ROOT, "PSNR: least %.2f dB, median %.2f dB%n", ratios[0], ratios[ratios.length / 2]);
  }

  /** Crops of any place and size; every second one after JPEG. */
  private void unmarked(List<Image> pictures) {
    Random random = new Random(1);
    Scores scores = new Scores();
    for (int i = 0; i < unmarked; i++) {
      Image picture = pictures.get(i % pictures.size());
      int most = Math.min(picture.width(), picture.height());
      int least = Math.min(LEAST_CROP, most);
      int width = least + random.nextInt(picture.width() - least + 1);
      int height = least + random.nextInt(picture.height() - least + 1);
      int x = random.nextInt(picture.width() - width + 1);
      int y = random.nextInt(picture.height() - height + 1);
      Image crop = picture.view(new Rect(x, y, width, height)).copy();
      scores.add(Watermark.score(i % 2 == 0 ? crop : Jpeg.roundTrip(crop, QUALITY)));
    }
    scores.print("unmarked crops");
    double mean = scores.all.stream().mapToDouble(s -> s).average().orElse(0);
    double variance =
        scores.all.stream().mapToDouble(s -> (s - mean) * (s - mean)).average().orElse(0);
    System.out.printf(
        Locale.ROOT, "unmarked: mean %.2f, deviation %.2f%n", mean, Math.sqrt(variance));
  }

  private static Image resized(Image image, int longer) {
    double scale = (double) longer / Math.max(image.width(), image.height());
    int width = Math.max(1, (int) Math.round(image.width() * scale));
    int height = Math.max(1, (int) Math.round(image.height() * scale));
    Image resized = Image.create(width, height, image.channels());
    ImageKernels.java().resize(image, resized);
    return resized;
  }

  private static double ratio(Image a, Image b) {
    double sum = 0;
    for (int i = 0; i < a.data().length; i++) {
      double difference = (a.data()[i] & 0xff) - (b.data()[i] & 0xff);
      sum += difference * difference;
    }
    return 10 * Math.log10(255.0 * 255 * a.data().length / sum);
  }
}
