package io.github.mien.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.mien.Mien;
import io.github.mien.Source;
import io.github.mien.encode.EncodedFace;
import io.github.mien.encode.ExpressionEncoder;
import io.github.mien.expression.Blendshape;
import io.github.mien.expression.Expression;
import io.github.mien.expression.HeadPose;
import io.github.mien.expression.Region;
import io.github.mien.face.Box;
import io.github.mien.face.Face;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.model.ModelSpec;
import io.github.mien.transfer.Motion;
import io.github.mien.transfer.TransferOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a command found, as JSON. Lengths are pixels, angles degrees, times milliseconds; the face
 * that was worked on is the first, but in photos of groups faces go from left to right.
 */
final class Report {
  private final JsonGenerator json;

  private Report(JsonGenerator json) {
    this.json = json;
  }

  /** The content of a report. */
  interface Content {
    void writeTo(Report report) throws IOException;
  }

  /** Fails before any work is done if a report cannot be written there. */
  static void requireWritable(Path file) throws Failure {
    if (Files.isDirectory(file) || !Files.isDirectory(folder(file))) {
      throw new Failure(
          ExitCode.UNWRITABLE, file + ": cannot be written: is a folder, or in none", null);
    }
  }

  /** Writes beside the file and moves the report there when it is complete. */
  static void write(Path file, Content content) throws Failure {
    byte[] report = bytes(content);
    try {
      Path part = Files.createTempFile(folder(file), ".mien", ".part");
      try {
        Files.write(part, report);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new Failure(ExitCode.UNWRITABLE, file + ": cannot be written: " + e.getMessage(), e);
    }
  }

  private static Path folder(Path file) {
    return Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file);
  }

  private static byte[] bytes(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      content.writeTo(new Report(json));
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Version, back end and models. */
  void engine(Mien mien) throws IOException {
    json.writeStringField("mien", Version.text());
    json.writeStringField("backend", mien.backend());
    json.writeArrayFieldStart("models");
    for (ModelSpec model : mien.models()) {
      json.writeStartObject();
      json.writeStringField("name", model.name());
      json.writeStringField("sha256", model.sha256());
      json.writeStringField("licence", model.licence());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  void transfer(Job.Outcome outcome, ExpressionEncoder encoder) throws IOException {
    Job job = outcome.job();
    options(job.options());
    picture("source", job.source(), outcome.source().image(), outcome.source().faces(), encoder);
    picture("target", job.target(), outcome.target().image(), outcome.target().faces(), encoder);
    json.writeObjectFieldStart("result");
    json.writeStringField("file", job.out().toString());
    expression("wanted", outcome.result().motion().wanted());
    landmarks(outcome.result().motion().to());
    json.writeEndObject();
    times(outcome.times());
  }

  /** What each face of a group did; faces are numbered from 1 on the left. */
  void transfer(GroupJob.Outcome outcome) throws IOException {
    GroupJob job = outcome.job();
    options(job.options());
    List<EncodedFace> shown = outcome.sources().stream().map(Source::face).toList();
    picture("source", job.source(), outcome.sources().get(0).image(), shown);
    picture("target", job.target(), outcome.group().image(), outcome.group().faces());
    json.writeObjectFieldStart("result");
    json.writeStringField("file", job.out().toString());
    json.writeArrayFieldStart("faces");
    for (Map.Entry<Integer, Integer> pair : outcome.cast().entrySet()) {
      Motion motion = Objects.requireNonNull(outcome.result().motions().get(pair.getKey()));
      json.writeStartObject();
      json.writeNumberField("face", pair.getKey() + 1);
      json.writeNumberField("sourceFace", pair.getValue() + 1);
      expression("wanted", motion.wanted());
      landmarks(motion.to());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    times(outcome.times());
  }

  private void options(TransferOptions options) throws IOException {
    json.writeNumberField("strength", options.strength());
    json.writeArrayFieldStart("regions");
    for (Region region : Region.values()) {
      if (options.regions().contains(region)) {
        json.writeString(region.label());
      }
    }
    json.writeEndArray();
    json.writeObjectFieldStart("weights");
    for (Map.Entry<Region, Double> weight : options.weights().entrySet()) {
      json.writeNumberField(weight.getKey().label(), weight.getValue());
    }
    json.writeEndObject();
    json.writeBooleanField("gaze", options.gaze());
    json.writeBooleanField("keepMouthClosed", options.keepMouthClosed());
  }

  /** A picture and all faces in it. */
  void picture(String field, Path file, Image image, List<Face> faces, ExpressionEncoder encoder)
      throws IOException {
    picture(
        field,
        file,
        image,
        faces.stream().map(face -> new EncodedFace(face, encoder.encode(image, face))).toList());
  }

  private void picture(String field, Path file, Image image, List<EncodedFace> faces)
      throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("file", file.toString());
    json.writeNumberField("width", image.width());
    json.writeNumberField("height", image.height());
    json.writeArrayFieldStart("faces");
    for (EncodedFace face : faces) {
      face(face.face(), face.expression());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void face(Face face, Expression expression) throws IOException {
    json.writeStartObject();
    Box box = face.detection().box();
    numbers("box", 2, box.x0(), box.y0(), box.x1(), box.y1());
    json.writeNumberField("score", rounded(face.detection().score(), 4));
    json.writeNumberField("presence", rounded(face.presence(), 4));
    expression("expression", expression);
    landmarks(face.landmarks());
    json.writeEndObject();
  }

  private void expression(String field, Expression expression) throws IOException {
    json.writeObjectFieldStart(field);
    HeadPose pose = expression.pose();
    json.writeObjectFieldStart("pose");
    json.writeNumberField("yaw", rounded(pose.yaw(), 2));
    json.writeNumberField("pitch", rounded(pose.pitch(), 2));
    json.writeNumberField("roll", rounded(pose.roll(), 2));
    json.writeEndObject();
    json.writeObjectFieldStart("coefficients");
    for (Blendshape shape : Blendshape.values()) {
      json.writeNumberField(shape.arkitName(), rounded(expression.get(shape), 4));
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void landmarks(Landmarks landmarks) throws IOException {
    json.writeArrayFieldStart("landmarks");
    for (int i = 0; i < Landmarks.COUNT; i++) {
      json.writeStartArray();
      json.writeNumber(rounded(landmarks.x(i), 2));
      json.writeNumber(rounded(landmarks.y(i), 2));
      json.writeNumber(rounded(landmarks.z(i), 2));
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  /**
   * The 68 points of each face, where they were asked for.
   *
   * @param faces x, y of each point
   */
  void ibug68(List<double[]> faces) throws IOException {
    if (faces.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("ibug68");
    for (double[] points : faces) {
      json.writeStartArray();
      for (int i = 0; i < points.length; i += 2) {
        json.writeStartArray();
        json.writeNumber(rounded(points[i], 2));
        json.writeNumber(rounded(points[i + 1], 2));
        json.writeEndArray();
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  /** What each step took. */
  void times(Map<String, Duration> times) throws IOException {
    json.writeObjectFieldStart("milliseconds");
    for (Map.Entry<String, Duration> step : times.entrySet()) {
      json.writeNumberField(step.getKey(), rounded(step.getValue().toNanos() / 1e6, 2));
    }
    json.writeEndObject();
  }

  private void numbers(String field, int digits, double... values) throws IOException {
    json.writeArrayFieldStart(field);
    for (double value : values) {
      json.writeNumber(rounded(value, digits));
    }
    json.writeEndArray();
  }

  private static double rounded(double value, int digits) {
    double unit = Math.pow(10, digits);
    return Math.round(value * unit) / unit;
  }
}
