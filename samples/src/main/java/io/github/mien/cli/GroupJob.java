package io.github.mien.cli;

import io.github.mien.FaceChoice;
import io.github.mien.Group;
import io.github.mien.GroupResult;
import io.github.mien.Mien;
import io.github.mien.Role;
import io.github.mien.Source;
import io.github.mien.UnusableFaceException;
import io.github.mien.image.Image;
import io.github.mien.transfer.TransferOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One transfer between photos of several people, from files to a file.
 *
 * @param source photo whose expressions are taken
 * @param driving which of its faces drive whom
 * @param target photo whose faces are changed
 * @param changing which of its faces are changed; null for all where each gets a source of its own,
 *     else the largest
 * @param out where the result goes
 * @param options strength and regions
 */
record GroupJob(
    Path source,
    SourceFaces driving,
    Path target,
    @Nullable FaceChoice changing,
    Path out,
    TransferOptions options) {

  /**
   * What came out of it.
   *
   * @param cast the place of the source for the place of each target, from 0
   * @param times by step, in the order they were taken
   */
  record Outcome(
      GroupJob job,
      List<Source> sources,
      Group group,
      Map<Integer, Integer> cast,
      GroupResult result,
      Map<String, Duration> times) {}

  Outcome run(Mien mien) throws Failure {
    Pictures.requireWritable(out);
    StepTimes times = new StepTimes();
    Image sourceImage = times.read("read_source", source);
    Image targetImage = times.read("read_target", target);
    try {
      List<Source> sources = mien.sources(sourceImage);
      times.add(sources.get(0).times(), "_source");
      Group group = mien.group(targetImage);
      times.add(group.times(), "_target");
      Map<Integer, Integer> cast = cast(mien, sources, group);
      Map<Integer, Source> drivers = new TreeMap<>();
      cast.forEach((place, driver) -> drivers.put(place, sources.get(driver)));
      GroupResult result = group.show(drivers, options);
      times.add(result.times(), "");
      times.write(result.image(), out, result.marks());
      return new Outcome(this, sources, group, cast, result, times.all());
    } catch (UnusableFaceException e) {
      throw Failures.of(e, e.role() == Role.TARGET ? target : source);
    }
  }

  private Map<Integer, Integer> cast(Mien mien, List<Source> sources, Group group) throws Failure {
    GroupFaces shown = new GroupFaces(source, sources.stream().map(Source::face).toList());
    GroupFaces changed = new GroupFaces(target, group.faces());
    if (driving instanceof SourceFaces.One one) {
      shown.chosen(one.choice());
    }
    Map<Integer, Integer> cast =
        new TreeMap<>(driving.casting(mien, sources).assign(changed.faces(), shown.faces()));
    for (Map.Entry<Integer, Integer> pair : cast.entrySet()) {
      changed.require(pair.getKey());
      shown.require(pair.getValue());
    }
    FaceChoice usual = driving.several() ? FaceChoice.all() : FaceChoice.largest();
    cast.keySet().retainAll(changed.chosen(Objects.requireNonNullElse(changing, usual)));
    return cast;
  }
}
