package org.gapmap.imports.source;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;
import org.gapmap.domain.UserError;
import org.jspecify.annotations.Nullable;

/**
 * OpenStreetMap's XML, strictly: an element where none may stand, a missing id, a document type or
 * an entity of the file's own is an error that names its line. Elements that Overpass and JOSM add
 * are passed over; what they mark as deleted is left out.
 *
 * <p>Rules: OpenStreetMap API 0.6.
 */
final class OsmXml implements OsmItems {
  private static final Set<String> PASSED_OVER =
      Set.of("bounds", "bound", "note", "meta", "remark", "center");
  private static final int MOST_TAGS = 10_000;
  private static final int LONGEST_TEXT = 1 << 16;

  private final String name;
  private final ReadLimits limits;
  private final InputStream in;
  private final XMLStreamReader xml;

  private OsmXml(String name, ReadLimits limits, InputStream in, XMLStreamReader xml) {
    this.name = name;
    this.limits = limits;
    this.in = in;
    this.xml = xml;
  }

  /**
   * @throws UserError where the file can't be read, or its outermost element is not {@code osm} of
   *     version 0.6
   */
  static OsmXml open(Path file, boolean packed, ReadLimits limits) {
    String name = LayerNames.fileName(file);
    InputStream in;
    try {
      in = bytes(file, packed, limits);
    } catch (IOException e) {
      throw unreadable(e, name);
    }
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(in, null);
      OsmXml items = new OsmXml(name, limits, in, xml);
      items.enter();
      return items;
    } catch (XMLStreamException e) {
      throw closing(in, broken(e, name));
    } catch (UserError e) {
      throw closing(in, e);
    }
  }

  private static UserError closing(InputStream in, UserError error) {
    try {
      in.close();
    } catch (IOException e) {
      error.addSuppressed(e);
    }
    return error;
  }

  private static InputStream bytes(Path file, boolean packed, ReadLimits limits)
      throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    if (!packed) {
      return new BoundedStream(raw, LayerNames.fileName(file), limits.fileBytes());
    }
    try {
      return BoundedStream.unpacked(
          new GZIPInputStream(raw, 1 << 16), LayerNames.fileName(file), Files.size(file), limits);
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  private static XMLInputFactory factory() {
    WstxInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, LONGEST_TEXT);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 100);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, 100);
    return factory;
  }

  private void enter() throws XMLStreamException {
    int event = step();
    if (event != XMLStreamConstants.START_ELEMENT) {
      throw wrong("there is no element in it");
    }
    String root = xml.getLocalName();
    if (root.equals("osmChange")) {
      throw new UserError(
          "this is a change file (osmChange): it says what became different, not what is there",
          at(),
          "import the extract itself (.osm, .osm.gz or .osm.pbf)");
    }
    if (!root.equals("osm")) {
      throw wrong("the outermost element is <" + root + ">, not <osm>");
    }
    String version = attribute("version").orElse("");
    if (!version.equals("0.6")) {
      throw wrong(
          version.isEmpty()
              ? "<osm> has no version"
              : "<osm> has version " + version + ", not 0.6");
    }
  }

  @Override
  public @Nullable OsmItem next() {
    try {
      while (true) {
        int event = step();
        if (event == XMLStreamConstants.END_ELEMENT) {
          finish();
          return null;
        }
        String element = xml.getLocalName();
        if (PASSED_OVER.contains(element)) {
          passOver();
          continue;
        }
        boolean deleted =
            attribute("action").orElse("").equals("delete")
                || attribute("visible").orElse("").equals("false");
        OsmItem item =
            switch (element) {
              case "node" -> node();
              case "way" -> way();
              case "relation" -> relation();
              default -> throw misplaced(element, "osm");
            };
        if (!deleted) {
          return item;
        }
      }
    } catch (XMLStreamException e) {
      throw broken(e, name);
    }
  }

  private void finish() throws XMLStreamException {
    while (xml.hasNext()) {
      step();
    }
  }

  private OsmItem node() throws XMLStreamException {
    long id = number("node", "id");
    Optional<String> lon = attribute("lon");
    Optional<String> lat = attribute("lat");
    int x = lon.isEmpty() || lat.isEmpty() ? OsmPlaces.NOWHERE : degrees("lon", lon.get(), 180);
    int y = lon.isEmpty() || lat.isEmpty() ? OsmPlaces.NOWHERE : degrees("lat", lat.get(), 90);
    Map<String, String> tags = Map.of();
    while (step() == XMLStreamConstants.START_ELEMENT) {
      tags = tag("node", tags);
    }
    return new OsmItem.Node(id, x, y, tags);
  }

  private OsmItem way() throws XMLStreamException {
    long id = number("way", "id");
    Map<String, String> tags = Map.of();
    long[] nodes = new long[16];
    int count = 0;
    while (step() == XMLStreamConstants.START_ELEMENT) {
      String element = xml.getLocalName();
      if (element.equals("nd")) {
        if (count == limits.coordinates()) {
          throw tooLong("way " + id, ReadLimits.Setting.COORDINATES, "nodes");
        }
        nodes = count == nodes.length ? Arrays.copyOf(nodes, 2 * count) : nodes;
        nodes[count++] = number("nd", "ref");
        leaf(element);
      } else {
        tags = tag("way", tags);
      }
    }
    return new OsmItem.Way(id, Arrays.copyOf(nodes, count), tags);
  }

  private OsmItem relation() throws XMLStreamException {
    long id = number("relation", "id");
    Map<String, String> tags = Map.of();
    List<OsmItem.Member> members = new ArrayList<>();
    while (step() == XMLStreamConstants.START_ELEMENT) {
      if (xml.getLocalName().equals("member")) {
        if (members.size() == limits.parts()) {
          throw tooLong("relation " + id, ReadLimits.Setting.PARTS, "members");
        }
        members.add(
            new OsmItem.Member(
                memberType(), number("member", "ref"), attribute("role").orElse("").strip()));
        // Overpass may put the member's own nodes here.
        passOver();
      } else {
        tags = tag("relation", tags);
      }
    }
    return new OsmItem.Relation(id, members, tags);
  }

  private OsmItem.MemberType memberType() {
    String type = required("member", "type");
    return switch (type) {
      case "node" -> OsmItem.MemberType.NODE;
      case "way" -> OsmItem.MemberType.WAY;
      case "relation" -> OsmItem.MemberType.RELATION;
      default -> throw wrong("a member's type is '" + type + "', not node, way or relation");
    };
  }

  private Map<String, String> tag(String inside, Map<String, String> before)
      throws XMLStreamException {
    String element = xml.getLocalName();
    if (!element.equals("tag")) {
      if (!PASSED_OVER.contains(element)) {
        throw misplaced(element, inside);
      }
      passOver();
      return before;
    }
    Map<String, String> tags = before.isEmpty() ? new LinkedHashMap<>() : before;
    if (tags.size() == MOST_TAGS) {
      throw wrong("a " + inside + " has more than " + MOST_TAGS + " tags");
    }
    tags.putIfAbsent(required("tag", "k").strip(), required("tag", "v").strip());
    leaf(element);
    return tags;
  }

  private void leaf(String element) throws XMLStreamException {
    if (step() == XMLStreamConstants.START_ELEMENT) {
      throw misplaced(xml.getLocalName(), element);
    }
  }

  /** The rest of an element that says nothing to us. */
  private void passOver() throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      int event = xml.next();
      if (event == XMLStreamConstants.ENTITY_REFERENCE || event == XMLStreamConstants.DTD) {
        throw declared();
      }
      depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
      depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
    }
  }

  /** To the next start or end of an element, or the document's end. */
  private int step() throws XMLStreamException {
    while (true) {
      int event = xml.next();
      switch (event) {
        case XMLStreamConstants.START_ELEMENT,
            XMLStreamConstants.END_ELEMENT,
            XMLStreamConstants.END_DOCUMENT -> {
          return event;
        }
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw declared();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (!xml.isWhiteSpace()) {
            throw wrong("there is text between the elements");
          }
        }
        default -> {
          // Comments, blanks and processing instructions say nothing.
        }
      }
    }
  }

  private UserError declared() {
    return wrong("it declares a document type or entities of its own, which are not followed");
  }

  private Optional<String> attribute(String attribute) {
    return Optional.ofNullable(xml.getAttributeValue(null, attribute));
  }

  private String required(String element, String attribute) {
    return attribute(attribute)
        .orElseThrow(() -> wrong("a <" + element + "> has no attribute " + attribute));
  }

  private long number(String element, String attribute) {
    String text = required(element, attribute);
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      throw wrong("the " + attribute + " of a <" + element + "> is '" + text + "', not a number");
    }
  }

  private int degrees(String attribute, String text, int most) {
    try {
      double degrees = Double.parseDouble(text);
      if (Math.abs(degrees) <= most) {
        return (int) Math.round(degrees * OsmPlaces.PER_DEGREE);
      }
    } catch (NumberFormatException e) {
      // Told below, like a number that is no angle.
    }
    throw wrong(
        String.format(
            Locale.ROOT, "a node's %s is '%s', not a number up to %d", attribute, text, most));
  }

  private UserError misplaced(String element, String inside) {
    return wrong("<" + element + "> may not stand in <" + inside + ">");
  }

  private UserError tooLong(String which, ReadLimits.Setting setting, String what) {
    return new UserError(
        which + " has more than " + limits.of(setting) + " " + what,
        at(),
        "if it is meant to be that long, start GapMap with a larger " + setting.variable());
  }

  private UserError wrong(String what) {
    return new UserError("it is not valid OpenStreetMap XML: " + what, at(), REMEDY);
  }

  private static final String REMEDY = "download or export the extract again";

  private String at() {
    return name + ", line " + xml.getLocation().getLineNumber();
  }

  private static UserError broken(XMLStreamException e, String name) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UserError told) {
        return told;
      }
      if (cause instanceof IOException io && cause != e) {
        return unreadable(io, name);
      }
    }
    int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
    String what = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return new UserError("it is not well-formed XML: " + what, name + ", line " + line, REMEDY, e);
  }

  private static UserError unreadable(IOException e, String name) {
    String what =
        e instanceof EOFException || e instanceof ZipException
            ? "the compressed file is cut off or damaged (" + e.getMessage() + ")"
            : "the file can't be read (" + e.getMessage() + ")";
    return new UserError(what, name, REMEDY, e);
  }

  @Override
  public void close() {
    try {
      xml.close();
      in.close();
    } catch (XMLStreamException | IOException e) {
      throw new IllegalStateException("closing " + name, e);
    }
  }
}
