import { z } from "zod";
import { mutableTypes } from "../notifications";
import { pageSize } from "../page";
import { cursorInput, idInput } from "./input";

export const listNotificationsInput = z.object({ unread: z.boolean().default(false), cursor: cursorInput });
export type ListNotifications = z.output<typeof listNotificationsInput>;

/** Some notifications, or all of the person. */
export const readNotificationsInput = z.union([
  z.object({ ids: z.array(idInput).min(1).max(pageSize) }).strict(),
  z.object({ all: z.literal(true) }).strict(),
]);
export type ReadNotifications = z.output<typeof readNotificationsInput>;

/** Which kinds of e-mail the person wants. */
export const saveSettingsInput = z.object({ news: z.boolean(), reminders: z.boolean() });
export type NotificationSettings = z.output<typeof saveSettingsInput>;

export const unmuteInput = z.object({ subject: z.object({ type: z.enum(mutableTypes), id: idInput }) });
export type Unmute = z.output<typeof unmuteInput>;

/** Without `until` it stays muted until the person says otherwise. */
export const muteInput = unmuteInput.extend({ until: z.date("input.date_invalid").optional() });
export type Mute = z.output<typeof muteInput>;
