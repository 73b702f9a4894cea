package io.github.mien.transfer;

import io.github.mien.model.ModelException;
import io.github.mien.model.ModelStore;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** The ways to plan a motion that come with Mien, by name. */
public enum TransferMethod {
  /** {@link BlendshapeTransfer}. */
  BLENDSHAPE(
      "blendshape", "the target's points moved by one field for each coefficient (default)") {
    @Override
    public List<String> models() {
      return List.of(ModelStore.EXPRESSION, ModelStore.REST);
    }

    @Override
    public ExpressionTransfer load(ModelStore store) throws IOException {
      return BlendshapeTransfer.load(store);
    }
  },
  /** {@link MorphableTransfer}. */
  MORPHABLE("morphable", "a model fitted to the target and moved in space, for turned heads") {
    @Override
    public List<String> models() {
      return List.of(ModelStore.EXPRESSION, ModelStore.MORPHABLE, ModelStore.REST);
    }

    @Override
    public ExpressionTransfer load(ModelStore store) throws IOException {
      return MorphableTransfer.load(store);
    }
  },
  /** {@link LinearTransfer}. */
  LINEAR("linear", "a linear map, trained on photos at rest and with expression, W x + b") {
    @Override
    public List<String> models() {
      return List.of(ModelStore.EXPRESSION, ModelStore.LINEAR, ModelStore.REST);
    }

    @Override
    public ExpressionTransfer load(ModelStore store) throws IOException {
      return LinearTransfer.load(store);
    }
  };

  private final String label;
  private final String description;

  TransferMethod(String label, String description) {
    this.label = label;
    this.description = description;
  }

  /** Its name, such as {@code blendshape}. */
  public String label() {
    return label;
  }

  /** What it is, in one line. */
  public String description() {
    return description;
  }

  /**
   * The method of that name.
   *
   * @throws IllegalArgumentException if there is none; the message lists them
   */
  public static TransferMethod named(String label) {
    return Stream.of(values())
        .filter(method -> method.label.equals(label))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "there is no transfer '%s', only %s"
                    .formatted(
                        label,
                        String.join(
                            ", ", Stream.of(values()).map(TransferMethod::label).toList()))));
  }

  /** The names of the models that it needs from a {@link ModelStore}. */
  public abstract List<String> models();

  /**
   * The transfer with the models of a store.
   *
   * @throws IOException if a file cannot be read
   * @throws ModelException if a model is missing or broken
   */
  public abstract ExpressionTransfer load(ModelStore store) throws IOException;
}
