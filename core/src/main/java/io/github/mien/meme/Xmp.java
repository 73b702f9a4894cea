package io.github.mien.meme;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** {@link Provenance} as a packet of XMP. */
final class Xmp {
  private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  private static final String IPTC = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
  private static final String SOURCE_TYPE = "DigitalSourceType";
  private static final String AIGC = "AIGC";

  private Xmp() {}

  static String write(Provenance provenance) {
    StringBuilder xmp = new StringBuilder();
    xmp.append("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n");
    xmp.append("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">");
    xmp.append("<rdf:RDF xmlns:rdf=\"").append(RDF).append("\">\n");
    xmp.append("<rdf:Description rdf:about=\"\"");
    xmp.append(" xmlns:Iptc4xmpExt=\"").append(IPTC).append('"');
    xmp.append(" xmlns:TC260=\"").append(AigcLabel.NAMESPACE).append("\">\n");
    property("Iptc4xmpExt:" + SOURCE_TYPE, provenance.digitalSourceType(), xmp);
    AigcLabel aigc = provenance.aigc();
    property("TC260:" + AIGC, aigc == null ? "" : aigc.toJson(), xmp);
    xmp.append("</rdf:Description>\n</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>");
    return xmp.toString();
  }

  private static void property(String name, String value, StringBuilder xmp) {
    if (!value.isEmpty()) {
      xmp.append('<').append(name).append('>').append(escaped(value));
      xmp.append("</").append(name).append(">\n");
    }
  }

  private static String escaped(String value) {
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Properties may be elements or attributes of their description; both say the same. */
  static Provenance read(String xmp) {
    String sourceType = "";
    String aigc = "";
    try {
      XMLStreamReader xml = reader(xmp);
      while (xml.hasNext()) {
        if (xml.next() != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        boolean description = is(xml, RDF, "Description");
        String attribute = description ? xml.getAttributeValue(IPTC, SOURCE_TYPE) : null;
        sourceType = attribute == null ? sourceType : attribute;
        attribute = description ? xml.getAttributeValue(AigcLabel.NAMESPACE, AIGC) : null;
        aigc = attribute == null ? aigc : attribute;
        if (is(xml, IPTC, SOURCE_TYPE)) {
          String resource = xml.getAttributeValue(RDF, "resource");
          sourceType = resource == null ? xml.getElementText() : resource;
        } else if (is(xml, AigcLabel.NAMESPACE, AIGC)) {
          aigc = xml.getElementText();
        }
      }
    } catch (XMLStreamException e) {
      // What was said up to here counts: a broken end does not unsay it.
    }
    return new Provenance(sourceType.trim(), label(aigc));
  }

  private static XMLStreamReader reader(String xmp) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    // A packet comes from a stranger: no other file is read for it.
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory.createXMLStreamReader(new StringReader(xmp));
  }

  private static boolean is(XMLStreamReader xml, String namespace, String name) {
    return namespace.equals(xml.getNamespaceURI()) && name.equals(xml.getLocalName());
  }

  private static @Nullable AigcLabel label(String json) {
    try {
      return json.isBlank() ? null : AigcLabel.parse(json);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
