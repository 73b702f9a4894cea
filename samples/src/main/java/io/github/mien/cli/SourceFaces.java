package io.github.mien.cli;

import io.github.mien.Casting;
import io.github.mien.FaceChoice;
import io.github.mien.Mien;
import io.github.mien.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Which faces of a source photo drive which of the target photo. */
sealed interface SourceFaces {

  /** Who drives whom. */
  Casting casting(Mien mien, List<Source> sources);

  /** Whether each target may get another source. */
  default boolean several() {
    return true;
  }

  /** One face that drives all. */
  record One(FaceChoice choice) implements SourceFaces {
    @Override
    public Casting casting(Mien mien, List<Source> sources) {
      return Casting.oneToAll(choice.among(sources.stream().map(Source::face).toList()).get(0));
    }

    @Override
    public boolean several() {
      return false;
    }
  }

  /** The first drives the first, and so on. */
  record InOrder() implements SourceFaces {
    @Override
    public Casting casting(Mien mien, List<Source> sources) {
      return Casting.inOrder();
    }
  }

  /** Each is driven by the one most like it. */
  record BestMatch() implements SourceFaces {
    @Override
    public Casting casting(Mien mien, List<Source> sources) {
      return mien.bestMatch();
    }
  }

  /** As told, by places from 0. */
  record Pairs(Map<Integer, Integer> sourceOfTarget) implements SourceFaces {
    @Override
    public Casting casting(Mien mien, List<Source> sources) {
      return Casting.byIndex(sourceOfTarget);
    }
  }

  /** Reads them from the command line. */
  final class Converter implements ITypeConverter<SourceFaces> {
    static final String FORMS = "N|largest|nearest:X,Y|in-order|best-match|TARGET=N[,...]";

    @Override
    public SourceFaces convert(String text) {
      if (text.equals("in-order")) {
        return new InOrder();
      }
      if (text.equals("best-match")) {
        return new BestMatch();
      }
      try {
        return text.contains("=") ? pairs(text) : one(text);
      } catch (NumberFormatException e) {
        throw new TypeConversionException(
            "'%s' is no pairs of numbers such as 1=2,2=1".formatted(text));
      }
    }

    private static SourceFaces one(String text) {
      if (text.equals("all")) {
        throw new TypeConversionException(
            "'all' does not say who drives whom; in-order and best-match do");
      }
      return new One(new FaceArgument().convert(text));
    }

    private static SourceFaces pairs(String text) {
      Map<Integer, Integer> pairs = new HashMap<>();
      for (String pair : text.split(",", -1)) {
        String[] sides = pair.split("=", 2);
        if (sides.length < 2
            || pairs.put(FaceArgument.place(sides[0]), FaceArgument.place(sides[1])) != null) {
          throw new TypeConversionException(
              "'%s' is no pairs of numbers such as 1=2,2=1, each target once".formatted(text));
        }
      }
      return new Pairs(pairs);
    }
  }
}
