package org.gapmap.imports.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gapmap.domain.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formats that GDAL reads for us. */
class OgrSourceTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "KML, a.kml, Name, kml",
    "LIBKML, a.kmz, XQMC, kml",
    "MapInfo File, a.tab, XQMC, mapinfo",
    "MapInfo File, a.mif, XQMC, mapinfo",
    "OpenFileGDB, a.gdb, XQMC, filegdb"
  })
  void readsWhatGdalWrote(String driver, String name, String field, String format) {
    Path shp = RealData.path("communities/shanghai_tongji/communities.shp");
    Path file;
    try {
      file =
          Ogr.convert(
              shp,
              folder.resolve(name),
              driver,
              "-t_srs",
              "EPSG:4326",
              "-dsco",
              "NameField=XQMC",
              "-lco",
              "ENCODING=CP936",
              "--config",
              "SHAPE_ENCODING",
              "GBK");
    } catch (AssertionError unsupported) {
      assumeTrue(false, unsupported.getMessage());
      return;
    }
    Rows rows = Rows.of(file);
    assertThat(rows.description().format()).isEqualTo(format);
    assertThat(rows.features()).hasSameSizeAs(Rows.of(shp).features());
    assertThat(rows.features()).allMatch(f -> f.geometry().isPresent());
    assertThat(rows.column(field)).containsExactlyElementsOf(Rows.of(shp).column("XQMC"));
    assertThat(Readers.layers(file, ReadOptions.none()).format()).isEqualTo(format);
  }

  @Test
  void whatGdalCannotReadIsAnErrorWithItsReason() throws IOException {
    Path kml = Files.writeString(folder.resolve("a.kml"), "<kml><oops");
    assertThatThrownBy(() -> Rows.of(kml))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("a.kml");
    Path dxf = Files.writeString(folder.resolve("a.dxf"), "this is no drawing");
    assertThatThrownBy(() -> Rows.of(dxf)).isInstanceOf(UserError.class);
  }

  @ParameterizedTest
  @CsvSource({
    "a.xls, .xlsx",
    "a.et, .xlsx",
    "a.rar, unpack",
    "a.7z, unpack",
    "a.doc, .xlsx",
    "a.docx, .xlsx",
    "a.wps, .xlsx",
    "a.dwg, .dxf",
    "a.mdb, GeoPackage",
    "a.mxd, layers",
    "a.qgz, layers",
    "a.pdf, layer",
    "a.png, layer"
  })
  void whatNobodyReadsIsRefusedWithWhatToDo(String name, String remedy) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "\u0001\u0002 something");
    assertThatThrownBy(() -> Rows.of(file))
        .isInstanceOfSatisfying(UserError.class, e -> assertThat(e.remedy()).contains(remedy));
  }

  @Test
  void formatsAreKnownByTheirBytesUnderAnyName() throws IOException {
    Map<String, byte[]> files =
        Map.of(
            "rar", "Rar!\u001A\u0007".getBytes(StandardCharsets.ISO_8859_1),
            "drawing", "AC1032 ".getBytes(StandardCharsets.ISO_8859_1),
            "pdf", "%PDF-1.7".getBytes(StandardCharsets.ISO_8859_1));
    for (Map.Entry<String, byte[]> each : files.entrySet()) {
      Path file = Files.write(folder.resolve(each.getKey() + ".csv"), each.getValue());
      assertThatThrownBy(() -> Rows.of(file))
          .isInstanceOf(UserError.class)
          .hasMessageNotContaining("columns");
    }
  }

  @Test
  void anArchiveMayHoldAnyFormatButNoArchive() throws IOException {
    String json = "{\"type\":\"Point\",\"coordinates\":[121.5,31.2]}";
    Path zip = zip("a.zip", List.of("数据/说明.txt", "数据/点.geojson"), List.of("x", json));
    Rows rows = Rows.of(zip);
    assertThat(rows.features()).hasSize(1);
    assertThat(rows.description().fileName()).isEqualTo("a.zip#数据/点");
    Path nested = zip("b.zip", List.of("inner.zip"), List.of("PK"));
    assertThatThrownBy(() -> Rows.of(nested))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("inner.zip");
    Path several =
        zip("c.zip", List.of("a.csv", "b.csv"), List.of("lon,lat\n1,2\n", "lon,lat\n1,2\n"));
    assertThat(Readers.layers(several, ReadOptions.none()).layers())
        .extracting(SourceLayer::name)
        .containsExactly("a", "b");
    assertThatThrownBy(() -> Rows.of(several)).hasMessageContaining("--layer");
  }

  @Test
  void aLinkOutOfAFolderIsNotFollowed() throws IOException {
    Path outside = Files.writeString(Files.createTempFile("outside", ".csv"), "lon,lat\n1,2\n");
    Path inside = Files.createDirectory(folder.resolve("data"));
    Files.createSymbolicLink(inside.resolve("a.csv"), outside);
    assertThatThrownBy(() -> Rows.of(inside)).isInstanceOf(UserError.class);
    Files.delete(outside);
  }

  @Test
  void limitsAreReadFromTheEnvironment() {
    assertThat(ReadLimits.of(Map.of())).isEqualTo(ReadLimits.DEFAULTS);
    assertThat(ReadLimits.of(Map.of("GAPMAP_LIMIT_FILE_BYTES", "2g")).fileBytes())
        .isEqualTo(2L << 30);
    for (String wrong : List.of("0", "-1", "many", "99999999999999G")) {
      assertThatThrownBy(() -> ReadLimits.of(Map.of("GAPMAP_LIMIT_ROWS", wrong)))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("GAPMAP_LIMIT_ROWS");
    }
  }

  private Path zip(String name, List<String> entries, List<String> contents) throws IOException {
    Path zip = folder.resolve(name);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (int i = 0; i < entries.size(); i++) {
        out.putNextEntry(new ZipEntry(entries.get(i)));
        out.write(contents.get(i).getBytes(StandardCharsets.UTF_8));
      }
    }
    return zip;
  }
}
