package org.gapmap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.gapmap.domain.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresInstallationTest {
  @TempDir private Path machine;

  @Test
  void of_several_the_newest_with_postgis_is_taken() throws IOException {
    List<Path> folders =
        List.of(installation("15.13", "3.3.2"), installation("17.5", "3.5.2"), bare("18.0"));

    PostgresInstallation chosen = PostgresInstallation.choose(folders, Optional.empty());

    assertThat(chosen.postgresql()).isEqualTo(new Release(17, 5));
    assertThat(chosen.postgis()).isEqualTo(new Release(3, 5));
  }

  @Test
  void a_cluster_gets_the_release_that_made_it() throws IOException {
    List<Path> folders = List.of(installation("15.13", "3.3.2"), installation("17.5", "3.5.2"));

    assertThat(PostgresInstallation.choose(folders, Optional.of(15)).postgresql().major())
        .isEqualTo(15);
  }

  @Test
  void a_cluster_whose_release_is_gone_says_which_one_it_needs() throws IOException {
    List<Path> folders = List.of(installation("17.5", "3.5.2"));

    assertThatThrownBy(() -> PostgresInstallation.choose(folders, Optional.of(15)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("made by PostgreSQL 15")
        .hasMessageContaining("PostgreSQL 17.5 in " + folders.get(0) + " cannot open it")
        .hasMessageContaining("docs/operations.md");
  }

  @Test
  void one_too_old_is_named_as_such() throws IOException {
    List<Path> folders = List.of(installation("13.22", "3.1.1"));

    assertThatThrownBy(() -> PostgresInstallation.choose(folders, Optional.empty()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("PostgreSQL 13.22 in " + folders.get(0) + " is too old")
        .hasMessageContaining("install PostgreSQL 15 or newer with PostGIS 3.3 or newer");
  }

  @Test
  void one_without_postgis_is_named_as_such() throws IOException {
    List<Path> folders = List.of(bare("16.9"));

    assertThatThrownBy(() -> PostgresInstallation.choose(folders, Optional.empty()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("PostgreSQL 16.9 in " + folders.get(0) + " is without PostGIS")
        .hasMessageContaining("dnf install postgresql-server postgis")
        .hasMessageContaining("brew install postgresql postgis")
        .hasMessageContaining("GAPMAP_DATABASE_URL");
  }

  @Test
  void postgis_too_old_is_named_as_such() throws IOException {
    List<Path> folders = List.of(installation("15.2", "3.2.1"));

    assertThatThrownBy(() -> PostgresInstallation.choose(folders, Optional.empty()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("PostGIS 3.2 of " + folders.get(0) + " is too old");
  }

  @Test
  void a_machine_without_any_is_told_what_to_install() {
    assertThatThrownBy(() -> PostgresInstallation.choose(List.of(machine), Optional.empty()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no PostgreSQL found")
        .hasMessageContaining("dnf install");
  }

  @Test
  void postgis_is_found_where_pg_config_is_not_installed() throws IOException {
    Path bin = bare("16.9");
    Files.delete(bin.resolve("pg_config"));
    control(bin.resolveSibling("share").resolve("pgsql"), "3.4.0");

    assertThat(PostgresInstallation.choose(List.of(bin), Optional.empty()).postgis())
        .isEqualTo(new Release(3, 4));
  }

  private Path installation(String postgresql, String postgis) throws IOException {
    Path bin = bare(postgresql);
    control(bin.resolveSibling("somewhere"), postgis);
    return bin;
  }

  private static void control(Path share, String postgis) throws IOException {
    Path extension = Files.createDirectories(share.resolve("extension"));
    Files.writeString(
        extension.resolve("postgis.control"),
        "# postgis extension\ncomment = 'PostGIS'\ndefault_version = '" + postgis + "'\n");
  }

  private Path bare(String postgresql) throws IOException {
    Path bin = Files.createDirectories(machine.resolve(postgresql).resolve("bin"));
    program(bin, "initdb", "initdb (PostgreSQL) " + postgresql);
    program(bin, "pg_ctl", "pg_ctl (PostgreSQL) " + postgresql + " (Some Distribution)");
    program(bin, "pg_config", bin.resolveSibling("somewhere").toString());
    return bin;
  }

  private static void program(Path bin, String name, String says) throws IOException {
    Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\necho '" + says + "'\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
