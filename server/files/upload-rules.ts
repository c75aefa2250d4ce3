import { addUploadedVersion } from "@/server/outputs/commands/add-uploaded-version";
import { beginUpload } from "@/server/outputs/commands/begin-upload";
import { addPracticeFile, beginPracticeFile } from "@/server/practices/commands/add-file";
import { addReplicationFile, beginReplicationFile } from "@/server/replications/commands/add-file";
import type { UploadRules } from "./tus";

/** What an upload may belong to: an output, a practice or a report. */
export const uploadRules: UploadRules = {
  begin: (ctx, upload) => {
    if ("outputId" in upload) return beginUpload(ctx.db, ctx.actor, upload);
    return "practiceId" in upload ? beginPracticeFile(ctx, upload) : beginReplicationFile(ctx, upload);
  },
  finish: (ctx, upload) => {
    if ("outputId" in upload) return addUploadedVersion(ctx, upload);
    return "practiceId" in upload ? addPracticeFile(ctx, upload) : addReplicationFile(ctx, upload);
  },
};
