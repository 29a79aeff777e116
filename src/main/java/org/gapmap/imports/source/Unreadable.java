package org.gapmap.imports.source;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gapmap.domain.UserError;

/** Formats that offices deliver and nobody reads, each with what to do instead. */
final class Unreadable {
  static final String FORMATS =
      "give a shapefile, a GeoPackage, GeoJSON, an OpenStreetMap extract, a CSV or XLSX table, or a"
          + " folder or .zip with one";

  /** By content where that is certain, else by name. */
  private record Kind(String what, String remedy, List<String> magic, List<String> names) {}

  private static final String OLE2 = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";

  private static final List<Kind> BY_NAME =
      List.of(
          new Kind(
              "this is an old Excel or WPS table / 这是旧版 Excel 或 WPS 表格",
              "open it in Excel or WPS and save it as .xlsx / 请在 Excel 或 WPS 中另存为 .xlsx",
              List.of(),
              List.of("xls", "et", "ett", "xlt")),
          new Kind(
              "this is a text document / 这是文字文档",
              "copy its table into a sheet and save it as .xlsx / 请把其中的表格粘贴到表格软件并另存为 .xlsx",
              List.of("{\\rtf"),
              List.of("doc", "docx", "wps", "rtf", "odt")),
          new Kind(
              "this is an archive that is no zip / 这是 zip 以外的压缩包",
              "unpack it and give the files, or pack them as .zip / 请解压，或重新打包为 .zip",
              List.of("Rar!", "7z\u00BC\u00AF", "\u001F\u008B"),
              List.of("rar", "7z", "tar", "tgz")),
          new Kind(
              "this is an AutoCAD drawing / 这是 AutoCAD 图形",
              "save it as .dxf, or export the layer as a shapefile from a GIS / 请另存为 .dxf，或在 GIS"
                  + " 中导出为 shapefile",
              List.of("AC10"),
              List.of("dwg", "dws", "dwt")),
          new Kind(
              "this is an Access database, maybe a personal geodatabase / 这是 Access 数据库（个人地理数据库）",
              "export the layer as a shapefile or GeoPackage from ArcGIS or QGIS / 请在 ArcGIS 或 QGIS"
                  + " 中把图层导出为 shapefile 或 GeoPackage",
              List.of(
                  "\u0000\u0001\u0000\u0000Standard Jet", "\u0000\u0001\u0000\u0000Standard ACE"),
              List.of("mdb", "accdb")),
          new Kind(
              "this is a map project: it only points to data / 这是地图工程文件，不含数据本身",
              "give the layers that it shows: export them as shapefile or GeoPackage / 请导出其中的图层",
              List.of(),
              List.of("mxd", "aprx", "lyr", "lyrx", "mpk", "lpk", "qgz", "qgs", "qlr")),
          new Kind(
              "this is a PDF / 这是 PDF",
              "ask for the table or the layer that it was made of / 请索取原始表格或图层",
              List.of("%PDF"),
              List.of("pdf")),
          new Kind(
              "this is a picture / 这是图片",
              "ask for the layer that it shows, as a shapefile or GeoPackage / 请索取原始图层",
              List.of("\u0089PNG", "\u00FF\u00D8\u00FF", "GIF8", "II*\u0000", "MM\u0000*", "BM"),
              List.of("png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "ecw", "img", "webp")));

  private Unreadable() {}

  /**
   * @param text the start as text, without byte order mark and blanks
   * @throws UserError where the file is of a format that is not read
   */
  static void refuse(String name, byte[] start, String text) {
    if (Format.startsWith(start, OLE2)) {
      throw ofName(name)
          .orElseGet(
              () ->
                  new UserError(
                      "this is an old or a password-protected Office document / 这是旧版或加密的 Office 文档",
                      name,
                      "if it is a table, save it as .xlsx without a password / 如果是表格，请另存为不加密的 .xlsx"));
    }
    for (Kind kind : BY_NAME) {
      boolean meant =
          kind.magic.stream()
              .anyMatch(magic -> Format.startsWith(start, magic) && sure(magic, start));
      if (meant) {
        throw error(kind, name);
      }
    }
    ofName(name)
        .ifPresent(
            error -> {
              throw error;
            });
    if (text.startsWith("<")) {
      throw new UserError(
          "this is XML or a web page (GPX, HTML?) / 这是 XML 或网页",
          name,
          "export the layer as a shapefile or GeoPackage / 请导出为 shapefile 或 GeoPackage");
    }
    boolean utf16 =
        Format.startsWith(start, "\u00FF\u00FE") || Format.startsWith(start, "\u00FE\u00FF");
    for (byte b : start) {
      if (b == 0 && !utf16) {
        throw new UserError("the file's format is not known / 无法识别文件格式", name, FORMATS);
      }
    }
  }

  /** Two letters may as well begin a text; a picture's header goes on with numbers. */
  private static boolean sure(String magic, byte[] start) {
    if (magic.length() > 2) {
      return true;
    }
    for (int i = 0; i < Math.min(start.length, 32); i++) {
      if (start[i] == 0) {
        return true;
      }
    }
    return false;
  }

  /** An Office file that is no table. */
  static UserError document(String name) {
    return error(BY_NAME.get(1), name);
  }

  static Optional<UserError> ofName(String name) {
    String extension = Format.extension(name).toLowerCase(Locale.ROOT);
    return BY_NAME.stream()
        .filter(k -> k.names.contains(extension))
        .findFirst()
        .map(k -> error(k, name));
  }

  private static UserError error(Kind kind, String name) {
    return new UserError(kind.what, name, kind.remedy);
  }
}
