package org.gapmap.imports.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gapmap.imports.source.OsmText.as;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openstreetmap.osmosis.osmbinary.Fileformat;
import org.openstreetmap.osmosis.osmbinary.Osmformat;

final class OsmPbfTest {
  @TempDir Path folder;

  private Path file(byte[]... parts) {
    byte[] all = new byte[0];
    for (byte[] part : parts) {
      all = ShapefileFixture.concat(all, part);
    }
    return ShapefileFixture.write(folder.resolve("city.osm.pbf"), all);
  }

  private static byte[] header(String... features) {
    Osmformat.HeaderBlock.Builder header = Osmformat.HeaderBlock.newBuilder();
    Arrays.asList(features).forEach(header::addRequiredFeatures);
    return PbfText.blob("OSMHeader", header.build().toByteString(), true);
  }

  private static byte[] block(ByteString content) {
    return PbfText.blob("OSMData", content, true);
  }

  private static void refused(Path file, String why) {
    assertThatThrownBy(() -> Rows.of(file, as(LayerType.COMMUNITIES)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void readsWhatTheFormatsOwnClassesWrite(boolean packed) {
    Path file = file(PbfText.city(packed));

    Rows compounds = Rows.of(file, as(LayerType.COMMUNITIES));
    assertThat(compounds.column("@id")).containsExactly("way/1", "relation/4");
    assertThat(compounds.column("name")).containsExactly("同济新村", "");
    assertThat(compounds.features().get(0).geometry().orElseThrow().toText())
        .isEqualTo(
            "POLYGON ((121.5 31.2, 121.501 31.2, 121.501 31.201, 121.5 31.201, 121.5 31.2))");
    assertThat(compounds.features().get(1).geometry().orElseThrow().getNumPoints()).isEqualTo(10);
    assertThat(Rows.of(file, as(LayerType.FACILITIES)).column("name")).containsExactly("同济幼儿园");
    assertThat(Rows.of(file, as(LayerType.STREETS)).column("@id")).containsExactly("way/3");
  }

  @Test
  void aFileThatEndsTooEarlyIsRefusedWhereverItEnds() throws IOException {
    byte[] whole = PbfText.city(true);
    int header = header("OsmSchema-V0.6", "DenseNodes").length;
    for (int length = 1; length < whole.length; length++) {
      Path cut = folder.resolve("cut.osm.pbf");
      Files.write(cut, Arrays.copyOf(whole, length));
      if (length != header) {
        refused(cut, "cut off");
      }
    }
  }

  @Test
  void claimsBeyondTheFormatAreRefusedBeforeAnythingIsAllocated() {
    refused(file(ByteBuffer.allocate(8).putInt(Integer.MAX_VALUE).array()), "2147483647 bytes");
    refused(file(ByteBuffer.allocate(8).putInt(-1).array()), "4294967295 bytes");
    byte[] huge =
        Fileformat.BlobHeader.newBuilder()
            .setType("OSMHeader")
            .setDatasize(33 << 20)
            .build()
            .toByteArray();
    refused(
        file(ByteBuffer.allocate(4 + huge.length).putInt(huge.length).put(huge).array()),
        "more than the format allows");
    Fileformat.Blob bomb =
        Fileformat.Blob.newBuilder()
            .setRawSize(32 << 20)
            .setZlibData(ByteString.copyFrom(FuzzCases.zlib(new byte[1000])))
            .build();
    refused(file(header(), PbfText.framed("OSMData", bomb)), "bytes in");
    Fileformat.Blob more =
        Fileformat.Blob.newBuilder()
            .setRawSize(10)
            .setZlibData(ByteString.copyFrom(FuzzCases.zlib(new byte[1000])))
            .build();
    refused(file(header(), PbfText.framed("OSMData", more)), "does not unfold");
  }

  @Test
  void whatIsNotUnderstoodIsNamed() {
    refused(file(header("OsmSchema-V0.6", "HistoricalInformation")), "HistoricalInformation");
    Fileformat.Blob lzma =
        Fileformat.Blob.newBuilder().setRawSize(1).setLzmaData(ByteString.EMPTY).build();
    refused(file(header(), PbfText.framed("OSMData", lzma)), "LZMA");
    refused(file(block(ByteString.EMPTY)), "does not begin with a header");
  }

  @Test
  void damageInABlockNamesTheBlock() {
    byte[] open = new byte[100_000];
    Arrays.fill(open, (byte) (15 << 3 | 3));
    refused(
        file(header(), block(ByteString.copyFrom(open))), "block 2: it is not a valid .osm.pbf");
    Osmformat.PrimitiveBlock.Builder wild = PbfText.block().toBuilder();
    wild.getPrimitivegroupBuilder(1).getWaysBuilder(0).setKeys(0, 99);
    refused(file(header(), block(wild.build().toByteString())), "text 99 of 14");
  }

  @Test
  void aWayOfTooManyNodesIsOverTheLimit() {
    Osmformat.PrimitiveBlock.Builder wild = PbfText.block().toBuilder();
    Osmformat.Way.Builder way = wild.getPrimitivegroupBuilder(1).getWaysBuilder(0);
    for (int i = 0; i < ReadLimits.DEFAULTS.coordinates(); i++) {
      way.addRefs(1);
    }
    refused(file(header(), block(wild.build().toByteString())), "more than 2000000 nodes of way 1");
  }
}
