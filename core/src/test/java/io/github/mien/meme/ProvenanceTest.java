package io.github.mien.meme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mien.image.Image;
import io.github.mien.image.Metadata;
import io.github.mien.image.io.Images;
import io.github.mien.testkit.Tool;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvenanceTest {
  private static final AigcLabel LABEL = AigcLabel.generated("示例 \"Ltd\" <1> & co", "no\\7");

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsRead() {
    Provenance changed = new Provenance(Provenance.CHANGED, null);
    Provenance labelled = new Provenance(Provenance.CHANGED, LABEL);

    assertThat(Provenance.of(changed.toMetadata())).isEqualTo(changed);
    assertThat(Provenance.of(labelled.toMetadata())).isEqualTo(labelled);
    assertThat(Provenance.UNKNOWN.toMetadata()).isEqualTo(Metadata.NONE);
    assertThat(Provenance.of(Metadata.NONE)).isEqualTo(Provenance.UNKNOWN);
  }

  @Test
  void onlySomeTermsMeanAMachine() {
    String terms = "http://cv.iptc.org/newscodes/digitalsourcetype/";
    assertThat(new Provenance(Provenance.CHANGED, null).saysByMachine()).isTrue();
    assertThat(new Provenance(Provenance.GENERATED, null).saysByMachine()).isTrue();
    assertThat(new Provenance("", LABEL).saysByMachine()).isTrue();
    assertThat(new Provenance(terms + "digitalCapture", null).saysByMachine()).isFalse();
    assertThat(Provenance.UNKNOWN.saysByMachine()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<d:Description i:DigitalSourceType='%s'/>",
        "<d:Description><i:DigitalSourceType>%s</i:DigitalSourceType></d:Description>",
        "<d:Description><i:DigitalSourceType d:resource='%s'/></d:Description>"
      })
  void otherProgramsWayOfWritingItIsRead(String description) {
    Metadata metadata =
        new Metadata(
            "<d:RDF xmlns:d='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
                + " xmlns:i='http://iptc.org/std/Iptc4xmpExt/2008-02-29/'>"
                + description.formatted(Provenance.GENERATED)
                + "</d:RDF>");

    assertThat(Provenance.of(metadata).digitalSourceType()).isEqualTo(Provenance.GENERATED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no XML",
        "<open>",
        "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><a>&b;</a>",
        "<a xmlns:t='http://www.tc260.org.cn/ns/AIGC/1.0/'><t:AIGC>{\"Label\":7}</t:AIGC></a>"
      })
  void aBrokenPacketSaysNothing(String xmp) {
    assertThat(Provenance.of(new Metadata(xmp))).isEqualTo(Provenance.UNKNOWN);
  }

  @Test
  void theLabelHasTheStandardsMembersInItsOrder() {
    assertThat(AigcLabel.generated("maker", "7").toJson())
        .isEqualTo(
            "{\"Label\":\"1\",\"ContentProducer\":\"maker\",\"ProduceID\":\"7\","
                + "\"ReservedCode1\":\"\",\"ContentPropagator\":\"\",\"PropagateID\":\"\","
                + "\"ReservedCode2\":\"\"}");
    assertThat(AigcLabel.parse(LABEL.toJson())).isEqualTo(LABEL);
  }

  @Test
  void aWrongLabelIsRefusedWithTheReason() {
    assertThatThrownBy(() -> AigcLabel.parse("{\"Label\":\"4\"}"))
        .hasMessage("Label is 1 (generated), 2 (may be) or 3 (suspected), not '4'");
    assertThatThrownBy(() -> AigcLabel.parse("{\"label\":\"1\"}"))
        .hasMessageContaining("no member \"label\"");
    assertThatThrownBy(() -> AigcLabel.parse("[]")).hasMessageContaining("no AIGC label");
    assertThatThrownBy(() -> AigcLabel.generated("", "7")).hasMessageContaining("not be empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"out.png", "out.jpg"})
  void exifToolReadsTermAndLabel(String name) throws IOException {
    Path file = folder.resolve(name);
    AigcLabel label = AigcLabel.generated("maker", "7");
    Images.write(Image.create(8, 8, 3), file, Marks.DEFAULT.withAigc(label).metadata());

    String printed = Tool.run("exiftool", "-s", "-n", "-validate", "-warning", "-XMP:all", file);

    assertThat(printed).contains(Provenance.CHANGED, label.toJson()).doesNotContain("Warning");
  }

  @Test
  void imageMagickReadsTermAndLabel() throws IOException {
    Path file = folder.resolve("out.jpg");
    Path packet = folder.resolve("packet.xmp");
    AigcLabel label = AigcLabel.generated("maker", "7");
    Images.write(Image.create(8, 8, 3), file, Marks.DEFAULT.withAigc(label).metadata());

    Tool.run("convert", file, "xmp:" + packet);

    assertThat(packet).content().contains(Provenance.CHANGED, label.toJson());
  }
}
