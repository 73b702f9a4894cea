package io.github.mien.model;

import io.github.mien.inference.InferenceBackend;
import io.github.mien.inference.InferenceException;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.SessionOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where models come from: those embedded in Mien, or the user's files in their place. Nothing is
 * downloaded.
 *
 * <p>An embedded model is a file beside this class, described by {@code NAME.properties}: its
 * {@code file}, {@code sha256}, {@code licence} and {@code provenance}.
 *
 * <p>Immutable.
 */
public final class ModelStore {
  /** The face detector, an ONNX network. */
  public static final String DETECTOR = "detector";

  /** The landmarker, an ONNX network. */
  public static final String LANDMARKER = "landmarker";

  /** What reads eyes and brows again, an ONNX network. */
  public static final String LANDMARKER_EYES = "landmarker-eyes";

  /** What reads the lips again, an ONNX network. */
  public static final String LANDMARKER_MOUTH = "landmarker-mouth";

  /** The statistical face and the expression encoder, {@link NamedArrays}. */
  public static final String EXPRESSION = "expression";

  /**
   * Priors of fits of the statistical face and how identities are compared, {@link NamedArrays}.
   */
  public static final String MORPHABLE = "morphable";

  /** The linear map of {@code transfer.LinearTransfer}, {@link NamedArrays}. */
  public static final String LINEAR = "linear";

  /** The estimator of resting faces, {@link NamedArrays}. */
  public static final String REST = "rest";

  /** The painter of moved faces, an ONNX network. */
  public static final String RENDERER = "renderer";

  /** The enlarger of faces, an ONNX network. */
  public static final String SUPER_RESOLUTION = "superres-x4";

  /** What finds things in front of a face, an ONNX network. */
  public static final String VISIBILITY = "visibility";

  /** What paints faces behind such things, an ONNX network. */
  public static final String FILL = "fill";

  /** What tells heads from what is behind them, an ONNX network. */
  public static final String MATTE = "matte";

  private static final ModelStore EMBEDDED = new ModelStore(Map.of());

  private final Map<String, UserFile> files;

  private ModelStore(Map<String, UserFile> files) {
    this.files = files;
  }

  private record UserFile(ModelSpec spec, Path path) {}

  /** The models that ship with Mien. */
  public static ModelStore embedded() {
    return EMBEDDED;
  }

  /**
   * This store with a user's file in the place of a model, taken as it is.
   *
   * @param name the model it replaces, such as {@link #LANDMARKER}
   * @param file of the same inputs and outputs
   */
  public ModelStore with(String name, Path file) {
    return with(new ModelSpec(name, null, "as its owner says", file.toString()), file);
  }

  /**
   * This store with a file in the place of a model.
   *
   * @param spec the file's description; its hash, where it has one, is checked when it is read
   * @param file of the same inputs and outputs as the model that it replaces
   */
  public ModelStore with(ModelSpec spec, Path file) {
    Map<String, UserFile> more = new HashMap<>(files);
    more.put(spec.name(), new UserFile(spec, Objects.requireNonNull(file, "file")));
    return new ModelStore(Map.copyOf(more));
  }

  /** Whether there is a model of that name. */
  public boolean has(String name) {
    return files.containsKey(name) || ModelStore.class.getResource(descriptionOf(name)) != null;
  }

  /**
   * What is known about a model.
   *
   * @throws ModelException if there is none of that name
   */
  public ModelSpec spec(String name) {
    UserFile file = files.get(name);
    return file != null ? file.spec : Embedded.of(name).spec;
  }

  /**
   * A model's bytes. The hash of a user's file is checked if its description has one; those
   * embedded are checked when Mien is built.
   *
   * @throws IOException if the file cannot be read
   * @throws ModelException if there is no model of that name, or the file is another
   */
  public byte[] read(String name) throws IOException {
    UserFile file = files.get(name);
    if (file == null) {
      return Embedded.of(name).read();
    }
    if (!Files.isRegularFile(file.path)) {
      throw new NoSuchFileException(
          file.path.toString(), null, "the file for the model '" + name + "' is not there");
    }
    byte[] bytes = Files.readAllBytes(file.path);
    String expected = file.spec.sha256();
    if (expected != null && !expected.equals(sha256(bytes))) {
      throw broken(name, bytes, "is another file than its description says", null);
    }
    return bytes;
  }

  /**
   * Opens a network.
   *
   * @param name such as {@link #LANDMARKER}
   * @param backend runs it
   * @param options threads
   * @throws IOException if the file cannot be read
   * @throws ModelException if there is no model of that name, or it is no network that the back end
   *     can run
   */
  public InferenceSession open(String name, InferenceBackend backend, SessionOptions options)
      throws IOException {
    byte[] bytes = read(name);
    try {
      return backend.open(bytes, options);
    } catch (InferenceException e) {
      throw broken(name, bytes, "cannot be run by " + backend.name(), e);
    }
  }

  private ModelException broken(String name, byte[] bytes, String what, @Nullable Exception cause) {
    UserFile file = files.get(name);
    String expected = spec(name).sha256();
    return new ModelException(
        "%s, the model '%s', %s: its SHA-256 is %s, expected %s. %s"
            .formatted(
                file != null ? file.path : "The embedded " + Embedded.of(name).file,
                name,
                what,
                sha256(bytes),
                expected != null
                    ? expected
                    : (Embedded.exists(name)
                        ? "none (Mien's own has " + Embedded.of(name).spec.sha256() + ")"
                        : "none"),
                file != null
                    ? "Get the file again, or leave it out to use Mien's own."
                    : "Get Mien's jar again."),
        cause);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String descriptionOf(String name) {
    return name + ".properties";
  }

  /** A resource of this package and its description. */
  private record Embedded(ModelSpec spec, String file) {

    static boolean exists(String name) {
      return ModelStore.class.getResource(descriptionOf(name)) != null;
    }

    static Embedded of(String name) {
      try (InputStream in = ModelStore.class.getResourceAsStream(descriptionOf(name))) {
        if (in == null) {
          throw new ModelException(
              "Mien embeds no model called '" + name + "'; give a file for it to the model store");
        }
        Reader utf8 = new InputStreamReader(in, StandardCharsets.UTF_8);
        Properties description = new Properties();
        description.load(utf8);
        return new Embedded(
            new ModelSpec(
                name,
                entry(description, name, "sha256"),
                entry(description, name, "licence"),
                entry(description, name, "provenance")),
            entry(description, name, "file"));
      } catch (IOException e) {
        throw new ModelException(
            "The description of the embedded model '" + name + "' cannot be read", e);
      }
    }

    private static String entry(Properties description, String name, String key) {
      String value = description.getProperty(key);
      if (value == null) {
        throw new ModelException(descriptionOf(name) + " lacks the entry '" + key + "'");
      }
      return value;
    }

    byte[] read() throws IOException {
      try (InputStream in = ModelStore.class.getResourceAsStream(file)) {
        if (in == null) {
          throw new ModelException(
              "The embedded model " + file + " is missing; get Mien's jar again");
        }
        return in.readAllBytes();
      }
    }
  }
}
