package io.github.mien.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** How a command ended. The numbers are part of the interface: scripts rely on them. */
enum ExitCode {
  DONE("done"),
  ROWS_FAILED("batch: at least one row failed"),
  USAGE("wrong options or arguments"),
  UNREADABLE("an input file is missing or cannot be read"),
  NOT_A_PICTURE("an input file is damaged, not a picture, or of a kind that is not read"),
  TOO_LARGE("a picture has more than 100 megapixels"),
  NO_FACE("a picture shows no face"),
  FACE_TOO_SMALL("the face in a picture is too small to work on"),
  UNWRITABLE("an output file cannot be written"),
  NO_BACKEND("the inference back end or a model cannot be used"),
  FAULT("a fault in mien itself"),
  NOT_MARKED("verify: no mark found");

  private final String meaning;

  ExitCode(String meaning) {
    this.meaning = meaning;
  }

  int number() {
    return ordinal();
  }

  String meaning() {
    return meaning;
  }

  static Map<String, String> meanings() {
    Map<String, String> meanings = new LinkedHashMap<>();
    for (ExitCode code : values()) {
      meanings.put(String.valueOf(code.number()), code.meaning);
    }
    return meanings;
  }
}
