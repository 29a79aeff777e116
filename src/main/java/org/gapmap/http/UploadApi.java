package org.gapmap.http;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gapmap.imports.source.ReadLimits;

/** Files come to the server, or lie there already. */
final class UploadApi {
  private final UploadFolder uploads;
  private final ImportFolder folder;
  private final ReadLimits limits;

  UploadApi(LongWork.Folders folders, ReadLimits limits) {
    this.uploads = folders.uploads();
    this.folder = folders.imports();
    this.limits = limits;
  }

  record Begun(String upload) {}

  record Upload(String upload, List<UploadFolder.Sent> files) {}

  record Folder(Optional<String> folder, List<FolderFile> files) {}

  record FolderFile(String path, long bytes, String modified) {}

  void begin(Context context) {
    context.status(201).json(new Begun(uploads.begin()));
  }

  void put(Context context) throws IOException {
    // Until the whole of it is read: an answer before that ends the connection.
    context.header("Connection", "close");
    String id = context.pathParam("upload");
    Path upload =
        uploads
            .find(id)
            .orElseThrow(() -> new NotFoundResponse("there is no upload " + id + ", or no more"));
    String name = context.pathParam("name");
    UploadFolder.requireName(name);
    long declared = context.req().getContentLengthLong();
    if (declared > limits.fileBytes()) {
      tooLarge(context, name);
      return;
    }
    uploads.requireRoom(Math.max(0, declared));
    try {
      uploads.put(upload, name, context.req().getInputStream(), limits.fileBytes());
    } catch (UploadFolder.TooLarge e) {
      tooLarge(context, name);
      return;
    } catch (UploadFolder.BrokenOff e) {
      Problem.of(400, "the upload was broken off", name + ": send it again").answer(context);
      return;
    }
    context.res().setHeader("Connection", null);
    context.json(new Upload(id, uploads.list(upload)));
  }

  /** What is still on its way is not read. */
  private void tooLarge(Context context, String name) {
    Problem.of(
            413,
            "the file is larger than may be sent",
            name
                + ": at most "
                + limits.fileBytes()
                + " bytes; the administrator may set another limit, or put it into the import"
                + " folder")
        .answer(context);
  }

  void importFolder(Context context) {
    context.json(
        new Folder(
            folder.root().map(Path::toString),
            folder.list().stream()
                .map(f -> new FolderFile(f.path(), f.bytes(), f.modified().toString()))
                .toList()));
  }
}
