import {
  listNotificationsInput,
  muteInput,
  readNotificationsInput,
  saveSettingsInput,
  unmuteInput,
} from "@/domain/schemas/notifications";
import { memberProcedure, router } from "@/server/procedures";
import { mute, unmute } from "./commands/mute";
import { readNotifications } from "./commands/read-notifications";
import { saveSettings } from "./commands/save-settings";
import { getSettings } from "./queries/get-settings";
import { countUnread, listNotifications } from "./queries/list-notifications";

/** What concerns a person, and what they do not want to be told. */
export const notificationsRouter = router({
  list: memberProcedure.input(listNotificationsInput).query(({ ctx, input }) => listNotifications(ctx, input)),
  unread: memberProcedure.query(({ ctx }) => countUnread(ctx)),
  read: memberProcedure.input(readNotificationsInput).mutation(({ ctx, input }) => readNotifications(ctx, input)),
  mute: memberProcedure.input(muteInput).mutation(({ ctx, input }) => mute(ctx, input)),
  settings: memberProcedure.query(({ ctx }) => getSettings(ctx.db, ctx.actor.personId)),
  saveSettings: memberProcedure
    .input(saveSettingsInput)
    .mutation(({ ctx, input }) => saveSettings(ctx.db, ctx.actor.personId, input)),
  unmute: memberProcedure.input(unmuteInput).mutation(({ ctx, input }) => unmute(ctx, input)),
});
