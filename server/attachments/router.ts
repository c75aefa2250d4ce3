import { attachmentIdInput } from "@/domain/schemas/attachments";
import { memberProcedure, router } from "@/server/procedures";
import { getAttachment } from "./queries/get-attachment";

/** Files of practices and reports. They are added through uploads, and shown once a description names them. */
export const attachmentsRouter = router({
  get: memberProcedure.input(attachmentIdInput).query(({ ctx, input }) => getAttachment(ctx, input)),
});
