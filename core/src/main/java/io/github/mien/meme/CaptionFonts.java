package io.github.mien.meme;

import java.io.IOException;
import java.io.InputStream;
import java.lang.Character.UnicodeScript;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The fonts that captions are drawn with: the first that has a character draws it. They are read
 * when first needed and kept. Immutable and thread-safe; share one.
 */
public final class CaptionFonts {
  private final List<Entry> entries;

  private CaptionFonts(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * The fonts of all {@link FontPack}s on the class or module path.
   *
   * @throws FontException if there are none
   */
  public static CaptionFonts discover() {
    List<FontFile> files = new ArrayList<>();
    for (FontPack pack : ServiceLoader.load(FontPack.class, FontPack.class.getClassLoader())) {
      files.addAll(pack.fonts());
    }
    if (files.isEmpty()) {
      throw new FontException(
          "no fonts to draw captions with; add io.github.mien:mien-fonts to the class or module"
              + " path");
    }
    return of(files);
  }

  /**
   * These fonts and no others.
   *
   * @param files asked in this order, at least one
   */
  public static CaptionFonts of(List<FontFile> files) {
    if (files.isEmpty()) {
      throw new IllegalArgumentException("captions need at least one font");
    }
    return new CaptionFonts(files.stream().map(Entry::new).toList());
  }

  /**
   * A font file of one's own only.
   *
   * @param file as for {@link #with}
   */
  public static CaptionFonts of(Path file) throws IOException {
    return new CaptionFonts(List.of()).with(file);
  }

  /**
   * These fonts, and before them one of one's own.
   *
   * @param file TrueType or OpenType (.ttf, .otf, or a .ttc, of which the first font is taken),
   *     read at once
   * @throws FontException if it is no font, or a damaged one
   * @throws IOException if it cannot be read
   */
  public CaptionFonts with(Path file) throws IOException {
    List<Entry> more = new ArrayList<>();
    more.add(new Entry(Typeface.parse(file.toString(), bytes(file))));
    more.addAll(entries);
    return new CaptionFonts(more);
  }

  private static byte[] bytes(Path file) throws IOException {
    try {
      return Files.readAllBytes(Objects.requireNonNull(file, "file"));
    } catch (NoSuchFileException e) {
      throw new IOException(file + ": no such font file", e);
    } catch (AccessDeniedException e) {
      throw new IOException(file + ": may not be read; check the file's permissions", e);
    } catch (IOException e) {
      throw new IOException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * The order in which fonts are asked about a text.
   *
   * @param scripts that occur in it
   */
  Order order(Set<UnicodeScript> scripts) {
    List<Entry> text = firstThose(entries, e -> !Collections.disjoint(e.scripts(), scripts));
    return new Order(typefaces(text), typefaces(firstThose(text, Entry::isEmoji)));
  }

  /**
   * @param textFirst for letters
   * @param emojiFirst for pictographs
   */
  record Order(Iterable<Typeface> textFirst, Iterable<Typeface> emojiFirst) {}

  /** Fonts of one's own stay before those of the packs. */
  private static List<Entry> firstThose(List<Entry> entries, Predicate<Entry> wanted) {
    List<Entry> ordered = new ArrayList<>(entries.stream().filter(Entry::isOwn).toList());
    entries.stream().filter(e -> !e.isOwn() && wanted.test(e)).forEach(ordered::add);
    entries.stream().filter(e -> !e.isOwn() && !wanted.test(e)).forEach(ordered::add);
    return ordered;
  }

  /** Read as far as they are asked for. */
  private static Iterable<Typeface> typefaces(List<Entry> entries) {
    return () -> {
      Iterator<Entry> each = entries.iterator();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return each.hasNext();
        }

        @Override
        public Typeface next() {
          return each.next().typeface();
        }
      };
    };
  }

  /** A font, read or not. */
  private static final class Entry {
    private final @Nullable FontFile file;
    private @Nullable Typeface typeface;

    Entry(FontFile file) {
      this.file = file;
    }

    Entry(Typeface own) {
      this.file = null;
      this.typeface = own;
    }

    boolean isOwn() {
      return file == null;
    }

    boolean isEmoji() {
      return file != null && file.emoji();
    }

    Set<UnicodeScript> scripts() {
      return file == null ? Set.of() : file.scripts();
    }

    synchronized Typeface typeface() {
      Typeface known = typeface;
      if (known == null) {
        known = read(Objects.requireNonNull(file));
        typeface = known;
      }
      return known;
    }

    private static Typeface read(FontFile file) {
      try (InputStream stream = file.source().open()) {
        return Typeface.parse(file.name(), stream.readAllBytes());
      } catch (IOException e) {
        throw new FontException(file.name() + ": cannot be read: " + e.getMessage(), e);
      }
    }
  }
}
