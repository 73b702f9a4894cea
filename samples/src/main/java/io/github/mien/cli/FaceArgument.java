package io.github.mien.cli;

import io.github.mien.FaceChoice;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads which faces of a photo are meant. People count them from 1. */
final class FaceArgument implements ITypeConverter<FaceChoice> {
  static final String FORMS = "N|largest|all|nearest:X,Y";

  private static final Pattern POINT = Pattern.compile("nearest:(-?[0-9.]+),(-?[0-9.]+)");

  @Override
  public FaceChoice convert(String text) {
    if (text.equals("all")) {
      return FaceChoice.all();
    }
    if (text.equals("largest")) {
      return FaceChoice.largest();
    }
    try {
      Matcher point = POINT.matcher(text);
      if (point.matches()) {
        return FaceChoice.nearest(
            Double.parseDouble(point.group(1)), Double.parseDouble(point.group(2)));
      }
      return FaceChoice.at(place(text));
    } catch (NumberFormatException e) {
      throw new TypeConversionException(
          "'%s' is none of a face's number from the left, largest, all, nearest:X,Y"
              .formatted(text));
    }
  }

  /** The place from 0 of a number from 1. */
  static int place(String number) {
    int place = Integer.parseInt(number) - 1;
    if (place < 0) {
      throw new TypeConversionException("faces are numbered from 1 on the left, not " + number);
    }
    return place;
  }
}
