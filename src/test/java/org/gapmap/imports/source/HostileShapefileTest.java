package org.gapmap.imports.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gapmap.domain.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that are made to do harm, or might as well be. */
@Timeout(60)
final class HostileShapefileTest {
  @TempDir Path folder;

  private static ReadOptions within(ReadLimits limits) {
    return new ReadOptions(Optional.empty(), Optional.empty(), Optional.empty(), limits);
  }

  private static ReadLimits limits(int rows, int coordinates, int parts, int fields) {
    ReadLimits usual = ReadLimits.DEFAULTS;
    return new ReadLimits(
        usual.fileBytes(),
        usual.archiveBytes(),
        usual.archiveEntries(),
        usual.inflation(),
        rows,
        coordinates,
        parts,
        fields);
  }

  private Path shp(byte[]... records) {
    return ShapefileFixture.write(folder.resolve("a.shp"), ShapefileFixture.shp(5, records));
  }

  @Test
  void aHeaderMayClaimTwoGigabytes() {
    byte[] shp = ShapefileFixture.shp(5);
    ByteBuffer.wrap(shp).putInt(24, Integer.MAX_VALUE);
    byte[] record = ShapefileFixture.polygon(ShapefileFixture.square(0, 0, 1, true));
    ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN).putInt(36, 1 << 29).putInt(40, 1 << 29);
    byte[] all =
        ShapefileFixture.concat(
            shp, ByteBuffer.allocate(8).putInt(1).putInt(record.length / 2).array());
    Path file =
        ShapefileFixture.write(folder.resolve("a.shp"), ShapefileFixture.concat(all, record));

    assertThat(Rows.of(file).problemCodes()).containsExactly("damaged_shape");
    ShapefileFixture.write(folder.resolve("a.shp"), shp);
    assertThat(Rows.of(file).features()).isEmpty();
  }

  @Test
  void shapesBeyondTheLimitsAreRefusedAloneAndRowsWithTheFile() {
    byte[] small = ShapefileFixture.polygon(ShapefileFixture.square(0, 0, 1, true));
    byte[] large =
        ShapefileFixture.polygon(
            ShapefileFixture.square(0, 0, 1, true), ShapefileFixture.square(2, 0, 1, true));
    Path file = shp(small, large, small);

    assertThat(Rows.of(file, within(limits(10, 9, 10, 10))).problemCodes())
        .containsExactly("over_limit");
    assertThat(Rows.of(file, within(limits(10, 100, 1, 10))).problemCodes())
        .containsExactly("over_limit");
    assertThatThrownBy(() -> Rows.of(file, within(limits(2, 100, 10, 10))))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("more than 2 rows");
  }

  @Test
  void manyPartsAreSortedOutAndTangledOnesGivenUpInTime() {
    double[][] apart = new double[60_000][];
    double[][] nested = new double[20_000][];
    for (int i = 0; i < apart.length; i++) {
      apart[i] = ShapefileFixture.square(i % 300, Math.floorDiv(i, 300), 0.5, true);
    }
    for (int i = 0; i < nested.length; i++) {
      nested[i] = ShapefileFixture.square(i * 1e-6, i * 1e-6, 1 + i * 1e-7, true);
    }
    long start = System.nanoTime();

    Rows rows = Rows.of(shp(ShapefileFixture.polygon(apart), ShapefileFixture.polygon(nested)));

    assertThat(rows.features().get(0).geometry().orElseThrow().getNumGeometries())
        .isEqualTo(60_000);
    assertThat(rows.problemCodes()).containsExactly("shape_tangled");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(40));
  }

  @Test
  void numbersThatAreNoneAreTheRowsProblem() {
    byte[][] points = {
      ShapefileFixture.point(Double.NaN, 31),
      ShapefileFixture.point(121, Double.POSITIVE_INFINITY),
      ShapefileFixture.point(-1e39, 31),
      ShapefileFixture.point(121, 31)
    };
    Path file = ShapefileFixture.write(folder.resolve("a.shp"), ShapefileFixture.shp(1, points));

    Rows rows = Rows.of(file);

    assertThat(rows.features()).hasSize(4);
    assertThat(rows.problemCodes()).containsOnly("not_a_number").hasSize(3);
  }

  @Test
  void linksThatLeadOutOfAFolderAreNotFollowed() throws IOException {
    Path secret = Files.createDirectory(folder.resolve("elsewhere"));
    ShapefileFixture.layer(secret, "secret", UTF_8, "geheim");
    Path delivered = Files.createDirectory(folder.resolve("delivered"));
    Files.createSymbolicLink(delivered.resolve("all.shp"), secret.resolve("secret.shp"));
    Files.createSymbolicLink(delivered.resolve("more"), secret);

    assertThatThrownBy(() -> Rows.of(delivered))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no .shp");

    ShapefileFixture.layer(delivered, "own", UTF_8, "eigen");
    Files.delete(delivered.resolve("own.dbf"));
    Files.createSymbolicLink(delivered.resolve("own.dbf"), secret.resolve("secret.dbf"));
    assertThat(Rows.of(delivered).warningCodes()).contains("dbf_missing");
    // Whoever names a link himself means what it leads to, and what lies beside that.
    Files.createSymbolicLink(delivered.resolve("all.dbf"), secret.resolve("secret.dbf"));
    assertThat(Rows.of(delivered.resolve("all.shp")).column("XQMC")).containsExactly("geheim");
  }

  @Test
  void namesInArchivesNeverBecomePaths() throws IOException {
    byte[] shp = ShapefileFixture.shp(1, ShapefileFixture.point(121, 31));
    for (String name :
        List.of(
            "../../../tmp/gapmap-escaped.shp",
            "/tmp/gapmap-escaped.shp",
            "C:\\x\\a.shp",
            "a/./b.shp")) {
      Path zip = ShapefileFixture.zip(folder.resolve("a.zip"), UTF_8, List.of(name), List.of(shp));
      assertThat(Rows.of(zip).features()).as(name).hasSize(1);
    }
    assertThat(Path.of("/tmp/gapmap-escaped.shp")).doesNotExist();
  }

  @Test
  void archivesOfArchivesOfTooManyFilesAndOfTooMuchAreRefused() throws IOException {
    Path nested =
        ShapefileFixture.zip(
            folder.resolve("nested.zip"),
            UTF_8,
            List.of("inner.zip"),
            List.of(new byte[] {'P', 'K'}));
    assertThatThrownBy(() -> Rows.of(nested)).isInstanceOf(UserError.class);

    List<String> names = IntStream.range(0, 11_000).mapToObj(i -> i + ".txt").toList();
    Path many =
        ShapefileFixture.zip(
            folder.resolve("many.zip"),
            UTF_8,
            names,
            names.stream().map(n -> new byte[0]).toList());
    assertThatThrownBy(() -> Rows.of(many))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("10000 files");

    byte[] zeros = new byte[80 << 20];
    System.arraycopy(ShapefileFixture.shp(1), 0, zeros, 0, 100);
    Path bomb =
        ShapefileFixture.zip(folder.resolve("bomb.zip"), UTF_8, List.of("a.shp"), List.of(zeros));
    assertThat(Files.size(bomb)).isLessThan(200_000);
    assertThatThrownBy(() -> Rows.of(bomb)).isInstanceOf(UserError.class);
  }

  @Test
  void aChineseWindowsNamesItsEntriesInGbk() throws IOException {
    byte[] shp = ShapefileFixture.shp(1, ShapefileFixture.point(121, 31));
    Path zip =
        ShapefileFixture.zip(
            folder.resolve("a.zip"), Charset.forName("GBK"), List.of("老旧小区.shp"), List.of(shp));

    assertThat(Rows.of(zip).description().fileName()).isEqualTo("a.zip#老旧小区");
  }

  @Test
  void duplicateNamesInAnArchiveAreOneLayer() {
    byte[] shp = ShapefileFixture.shp(1, ShapefileFixture.point(121, 31));
    Path zip =
        ShapefileFixture.zip(
            folder.resolve("a.zip"), UTF_8, List.of("a.shp", "b.shp"), List.of(shp, shp));
    byte[] bytes = read(zip);
    for (int i = 0; i + 5 < bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + 5, "b.shp".getBytes(UTF_8), 0, 5)) {
        bytes[i] = 'a';
      }
    }
    ShapefileFixture.write(zip, bytes);

    assertThat(Rows.of(zip).features()).hasSize(1);
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
