package io.github.mien.cli;

import io.github.mien.FaceTooSmallException;
import io.github.mien.UnusableFaceException;
import io.github.mien.inference.InferenceException;
import io.github.mien.meme.CaptionException;
import io.github.mien.meme.FontException;
import io.github.mien.model.ModelException;
import io.github.mien.provider.UnavailableException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns whatever stops a command into one line and an exit code. */
final class Failures {
  private Failures() {}

  static int onUsage(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    return report(
        command, new Failure(ExitCode.USAGE, e.getMessage() + " (see " + name + " --help)", e));
  }

  static int onFailure(Exception e, CommandLine command, ParseResult args) {
    return report(command, of(e));
  }

  private static int report(CommandLine command, Failure failure) {
    command.getErr().println("mien: " + failure.line());
    return failure.code().number();
  }

  /** A photo without a usable face. */
  static Failure of(UnusableFaceException e, Path photo) {
    return new Failure(code(e), photo + ": " + e.getMessage(), e);
  }

  private static ExitCode code(UnusableFaceException e) {
    return e instanceof FaceTooSmallException ? ExitCode.FACE_TOO_SMALL : ExitCode.NO_FACE;
  }

  static Failure of(Throwable e) {
    if (e instanceof Failure failure) {
      return failure;
    }
    if (e instanceof UnusableFaceException face) {
      return new Failure(code(face), String.valueOf(e.getMessage()), e);
    }
    if (e instanceof UnavailableException
        || e instanceof InferenceException
        || e instanceof ModelException) {
      return new Failure(ExitCode.NO_BACKEND, String.valueOf(e.getMessage()), e);
    }
    if (e instanceof FontException) {
      return new Failure(ExitCode.NOT_A_PICTURE, String.valueOf(e.getMessage()), e);
    }
    if (e instanceof CaptionException) {
      return new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
    if (e instanceof UncheckedIOException) {
      // Pictures are read and written with failures of their own; what is opened late are models.
      return new Failure(ExitCode.NO_BACKEND, "a model cannot be read: " + e.getMessage(), e);
    }
    if (e instanceof OutOfMemoryError) {
      return new Failure(
          ExitCode.TOO_LARGE,
          "not enough memory for these pictures; use smaller ones, or set MIEN_OPTS=-Xmx4g",
          e);
    }
    return new Failure(ExitCode.FAULT, "a fault in mien itself, please report it: " + e, e);
  }
}
