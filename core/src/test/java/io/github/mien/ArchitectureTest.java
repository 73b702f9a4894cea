package io.github.mien;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.awt.Font;
import java.awt.FontMetrics;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Data flows one way: a package sees only those before it in the list, so there are no cycles. */
class ArchitectureTest {
  private static final List<String> ORDER =
      List.of(
          "io.github.mien.error",
          "io.github.mien.json",
          "io.github.mien.linear",
          "io.github.mien.provider",
          "io.github.mien.image",
          "io.github.mien.image.io",
          "io.github.mien.inference",
          "io.github.mien.model",
          "io.github.mien.face",
          "io.github.mien.expression",
          "io.github.mien.morphable",
          "io.github.mien.encode",
          "io.github.mien.transfer",
          "io.github.mien.blend",
          "io.github.mien.tile",
          "io.github.mien.superres",
          "io.github.mien.style",
          "io.github.mien.reconstruct",
          "io.github.mien.matte",
          "io.github.mien.meme",
          "io.github.mien");

  private static final JavaClasses CORE = importCore();

  @Test
  void everyPackageHasItsPlace() {
    assertThat(CORE.getPackage("io.github.mien").getSubpackagesInTree())
        .filteredOn(found -> !found.getClasses().isEmpty())
        .extracting(JavaPackage::getName)
        .isSubsetOf(ORDER);
  }

  @Test
  void aPackageSeesOnlyThoseBeforeIt() {
    for (int i = 0; i < ORDER.size(); i++) {
      String[] later = ORDER.subList(i + 1, ORDER.size()).toArray(String[]::new);
      noClasses()
          .that(resideInAnyPackage(ORDER.get(i)))
          .should()
          .dependOnClassesThat(resideInAnyPackage(later))
          .allowEmptyShould(true)
          .check(CORE);
    }
  }

  @Test
  void onlyPictureFilesAndMemesNeedTheDesktopModule() {
    classes()
        .that(resideOutsideOfPackages("io.github.mien.image.io", "io.github.mien.meme"))
        .should()
        .onlyDependOnClassesThat(
            resideOutsideOfPackages("java.awt..", "javax.imageio..", "javax.swing.."))
        .check(CORE);
  }

  /** They need fontconfig and installed fonts, which servers lack. */
  @Test
  void captionsAreDrawnWithoutTheDesktopsFonts() {
    noClasses()
        .that(resideInAnyPackage("io.github.mien.meme"))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.awt.font..").or(type(Font.class)).or(type(FontMetrics.class)))
        .check(CORE);
  }

  /** From the folder of classes: on the module path the class loader lists no packages. */
  private static JavaClasses importCore() {
    try {
      File classes =
          new File(Mien.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return new ClassFileImporter().importPath(Path.of(classes.getPath()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
