package io.github.mien.training;

import io.github.mien.training.blend.BlendCommand;
import io.github.mien.training.detector.DetectorCheckCommand;
import io.github.mien.training.detector.DetectorCommand;
import io.github.mien.training.detector.GroupReportCommand;
import io.github.mien.training.embed.EmbedCommand;
import io.github.mien.training.expression.ExpressionCommand;
import io.github.mien.training.expression.ExpressionReportCommand;
import io.github.mien.training.heads.HeadsCommand;
import io.github.mien.training.landmarker.GenerateFacesCommand;
import io.github.mien.training.landmarker.LandmarkerCommand;
import io.github.mien.training.landmarker.LandmarkerReportCommand;
import io.github.mien.training.linear.LinearCommand;
import io.github.mien.training.matte.MatteCommand;
import io.github.mien.training.matte.MatteReportCommand;
import io.github.mien.training.mesh.TrianglesCommand;
import io.github.mien.training.methods.MethodsReportCommand;
import io.github.mien.training.morphable.MorphableCommand;
import io.github.mien.training.morphable.MorphableReportCommand;
import io.github.mien.training.morphable.TurnedReportCommand;
import io.github.mien.training.occlusion.FillCommand;
import io.github.mien.training.occlusion.OcclusionReportCommand;
import io.github.mien.training.occlusion.VisibilityCommand;
import io.github.mien.training.refiner.RefinerCommand;
import io.github.mien.training.render.RendererCommand;
import io.github.mien.training.render.RendererReportCommand;
import io.github.mien.training.render.SmileShadeCommand;
import io.github.mien.training.rest.RestCommand;
import io.github.mien.training.superres.SuperResolutionCommand;
import io.github.mien.training.superres.SuperResolutionReportCommand;
import io.github.mien.training.watermark.WatermarkReportCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the module: a subcommand for each model, its data and its report. */
@Command(
    name = "training",
    description = "Makes the embedded models.",
    mixinStandardHelpOptions = true,
    subcommands = {
      BlendCommand.class,
      EmbedCommand.class,
      LandmarkerCommand.class,
      GenerateFacesCommand.class,
      LandmarkerReportCommand.class,
      ExpressionCommand.class,
      ExpressionReportCommand.class,
      HeadsCommand.class,
      DetectorCommand.class,
      DetectorCheckCommand.class,
      GroupReportCommand.class,
      RefinerCommand.class,
      RendererCommand.class,
      RendererReportCommand.class,
      SmileShadeCommand.class,
      RestCommand.class,
      SuperResolutionCommand.class,
      SuperResolutionReportCommand.class,
      TrianglesCommand.class,
      MorphableCommand.class,
      MorphableReportCommand.class,
      TurnedReportCommand.class,
      MethodsReportCommand.class,
      LinearCommand.class,
      VisibilityCommand.class,
      OcclusionReportCommand.class,
      FillCommand.class,
      MatteCommand.class,
      MatteReportCommand.class,
      WatermarkReportCommand.class
    })
public final class Training {
  private Training() {}

  /** Runs a subcommand and exits with its code. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Training()).execute(args));
  }
}
