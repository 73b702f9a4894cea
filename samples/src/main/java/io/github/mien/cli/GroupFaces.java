package io.github.mien.cli;

import io.github.mien.FaceChoice;
import io.github.mien.encode.EncodedFace;
import java.nio.file.Path;
import java.util.List;

/** The faces of a photo of several people, with failures that name it. People count from 1. */
record GroupFaces(Path photo, List<EncodedFace> faces) {

  /** The places from 0 of the faces that are meant. */
  List<Integer> chosen(FaceChoice choice) throws Failure {
    if (choice instanceof FaceChoice.At at) {
      require(at.index());
    }
    return choice.among(faces);
  }

  /** Fails if there is no face at a place. */
  void require(int place) throws Failure {
    if (place >= faces.size()) {
      throw new Failure(
          ExitCode.USAGE,
          "%s: there is no face %d; %s"
              .formatted(
                  photo,
                  place + 1,
                  faces.size() == 1
                      ? "only one was found"
                      : faces.size() + " were found, numbered from 1 on the left"),
          null);
    }
  }
}
