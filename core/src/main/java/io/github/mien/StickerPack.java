package io.github.mien;

import io.github.mien.expression.Preset;
import io.github.mien.image.Image;
import io.github.mien.image.io.Images;
import io.github.mien.meme.Caption;
import io.github.mien.meme.Marks;
import io.github.mien.meme.PackPicture;
import io.github.mien.meme.PictureGrid;
import io.github.mien.meme.Sticker;
import io.github.mien.meme.StickerException;
import io.github.mien.meme.StickerFormat;
import io.github.mien.meme.StickerLimits;
import io.github.mien.meme.WhatsAppPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A pack of stickers of one face in the making: 24 expressions with captions unless said otherwise,
 * for one platform. Immutable: each setting gives a new one, and nothing is drawn before {@link
 * #write}.
 */
public final class StickerPack {
  /** Pictures side by side in the sheet. */
  private static final int COLUMNS = 6;

  private static final int SHEET_CELL = 200;
  private static final String SHEET = "contact-sheet.png";

  private final StickerRecipe recipe;
  private final List<PackEntry> entries;
  private final StickerFormat format;
  private final PackCaptions captions;
  private final String name;
  private final String publisher;

  StickerPack(StickerRecipe recipe) {
    this(recipe, PackEntry.defaults(), StickerFormat.WECHAT, PackCaptions.CHINESE, "Mien", "Mien");
  }

  private StickerPack(
      StickerRecipe recipe,
      List<PackEntry> entries,
      StickerFormat format,
      PackCaptions captions,
      String name,
      String publisher) {
    this.recipe = recipe;
    this.entries = List.copyOf(entries);
    this.format = format;
    this.captions = captions;
    this.name = name;
    this.publisher = publisher;
  }

  /** Tells how far a pack is. */
  @FunctionalInterface
  public interface Progress {
    /**
     * A sticker is written. Called by one thread at a time.
     *
     * @param done how many are
     * @param all how many there will be
     * @param file the one just written
     */
    void advanced(int done, int all, Path file);
  }

  /** For a platform; WeChat unless said otherwise. */
  public StickerPack format(StickerFormat platform) {
    return new StickerPack(recipe, entries, platform, captions, name, publisher);
  }

  /**
   * Of other expressions; captions are known for most of those that come with Mien.
   *
   * @param presets in the pack's order
   */
  public StickerPack presets(List<Preset> presets) {
    List<PackEntry> chosen = presets.stream().map(PackEntry::of).toList();
    return new StickerPack(recipe, chosen, format, captions, name, publisher);
  }

  /**
   * Showing head and shoulders alone, as {@link StickerRecipe#cutOut(double, int)} does.
   *
   * @param outline width of a line around them as a share of the sticker's side, 0 for none
   * @param color of the line, 0xRRGGBB
   * @throws UnusableFaceException likewise, as all else that it throws
   */
  public StickerPack cutOut(double outline, int color) {
    StickerRecipe alone = recipe.cutOut(outline, color);
    return new StickerPack(alone, entries, format, captions, name, publisher);
  }

  /** With other captions; Chinese unless said otherwise. */
  public StickerPack captions(PackCaptions language) {
    return new StickerPack(recipe, entries, format, language, name, publisher);
  }

  /**
   * With the names that platforms show.
   *
   * @param title of the pack
   * @param maker who made it
   */
  public StickerPack names(String title, String maker) {
    return new StickerPack(recipe, entries, format, captions, title, maker);
  }

  /** How many stickers it will have. */
  public int size() {
    return entries.size();
  }

  /**
   * Makes all stickers and writes them with a contact sheet and what else the platform wants:
   * thumbnails, {@linkplain StickerFormat#packPictures pictures of the pack} and, for WhatsApp,
   * {@code contents.json}.
   *
   * @param folder made if it is not there; files of the same names are replaced
   * @param threads that work on it, at least 1
   * @param progress told of each sticker
   * @return the stickers' files, in order
   * @throws io.github.mien.meme.StickerException if one cannot meet the platform's limits
   * @throws IOException if one cannot be encoded or written
   */
  public List<Path> write(Path folder, int threads, Progress progress) throws IOException {
    if (!format.packSizes().contains(size())) {
      throw new StickerException(
          "%s takes %s stickers a pack, not %d; choose as many expressions"
              .formatted(format, format.packSizes(), size()));
    }
    Files.createDirectories(folder);
    Path[] files = new Path[entries.size()];
    Image[] previews = new Image[entries.size()];
    Counter counter = new Counter(entries.size(), progress);
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> jobs = new ArrayList<>();
      for (int i = 0; i < files.length; i++) {
        int number = i;
        jobs.add(
            workers.submit(() -> {
              files[number] = write(entries.get(number), number, folder, previews);
              counter.count(files[number]);
              return null;
            }));
      }
      await(jobs);
    } finally {
      workers.shutdownNow();
    }
    Image sheet = PictureGrid.of(List.of(previews), COLUMNS, SHEET_CELL);
    Marks marks = recipe.marks();
    Images.write(marks.draw(sheet), folder.resolve(SHEET), marks.metadata());
    for (PackPicture picture : format.packPictures()) {
      recipeOf(entries.get(0)).make(picture.limits()).write(folder.resolve(picture.file()));
    }
    if (format == StickerFormat.WHATSAPP) {
      writeContents(List.of(files), folder);
    }
    return List.of(files);
  }

  private Path write(PackEntry entry, int number, Path folder, Image[] previews)
      throws IOException {
    StickerRecipe one = lettered(recipeOf(entry), entry);
    String stem = "%02d-%s".formatted(number + 1, entry.preset().name());
    Sticker sticker = one.make();
    Path file = folder.resolve(stem + "." + sticker.kind().extension());
    sticker.write(file);
    previews[number] = one.preview();
    StickerLimits small = format.thumbnail();
    if (small != null) {
      Sticker thumbnail = one.make(small);
      thumbnail.write(folder.resolve(stem + "-thumbnail." + thumbnail.kind().extension()));
    }
    return file;
  }

  private StickerRecipe recipeOf(PackEntry entry) {
    return recipe.preset(entry.preset()).format(format);
  }

  private StickerRecipe lettered(StickerRecipe plain, PackEntry entry) {
    boolean chinese = captions == PackCaptions.CHINESE || captions == PackCaptions.BOTH;
    boolean english = captions == PackCaptions.ENGLISH || captions == PackCaptions.BOTH;
    StickerRecipe lettered = plain;
    if (chinese && !entry.chinese().isEmpty()) {
      lettered = lettered.caption(entry.chinese());
    }
    if (english && !entry.english().isEmpty()) {
      lettered =
          lettered.caption(
              chinese ? Caption.top(entry.english()) : Caption.bottom(entry.english()));
    }
    return lettered;
  }

  private void writeContents(List<Path> files, Path folder) throws IOException {
    String tray = format.packPictures().get(0).file();
    WhatsAppPack pack = new WhatsAppPack(name, publisher, tray, true);
    for (int i = 0; i < files.size(); i++) {
      pack.add(String.valueOf(files.get(i).getFileName()), entries.get(i).emoji());
    }
    pack.write(folder);
  }

  private static void await(List<Future<?>> jobs) throws IOException {
    try {
      for (Future<?> job : jobs) {
        job.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      if (e.getCause() instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the pack was not finished: its thread was interrupted", e);
    }
  }

  /** Counts what several threads finish. */
  private static final class Counter {
    private final int all;
    private final Progress progress;
    private int done;

    Counter(int all, Progress progress) {
      this.all = all;
      this.progress = progress;
    }

    synchronized void count(Path file) {
      done++;
      progress.advanced(done, all, file);
    }
  }
}
