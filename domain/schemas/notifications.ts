import { z } from "zod";
import { frequencies, mutableTypes } from "../notifications";
import { pageSize } from "../page";
import { checkboxInput, cursorInput, idInput, momentInput, optionalDate, wholeNumber } from "./input";

export const listNotificationsInput = z.object({ unread: z.boolean().default(false), cursor: cursorInput });
export type ListNotifications = z.output<typeof listNotificationsInput>;

/** Some notifications, or all of the person. */
export const readNotificationsInput = z.union([
  z.object({ ids: z.array(idInput).min(1).max(pageSize) }).strict(),
  z.object({ all: z.literal(true) }).strict(),
]);
export type ReadNotifications = z.output<typeof readNotificationsInput>;

const frequency = z.enum(frequencies, "input.required");

/** When the person wants which e-mails: the hour in their time zone, 1 for Monday. */
export const saveSettingsInput = z.object({
  asked: frequency,
  news: frequency,
  comments: frequency,
  reminders: checkboxInput,
  letter: checkboxInput,
  hour: wholeNumber(0, 23),
  weekday: wholeNumber(1, 7),
  pausedUntil: optionalDate,
});
export type NotificationSettings = z.output<typeof saveSettingsInput>;

export const unmuteInput = z.object({ subject: z.object({ type: z.enum(mutableTypes), id: idInput }) });
export type Unmute = z.output<typeof unmuteInput>;

/** Without `until` it stays muted until the person says otherwise. */
export const muteInput = unmuteInput.extend({ until: momentInput.optional() });
export type Mute = z.output<typeof muteInput>;
