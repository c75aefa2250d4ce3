/** After how many days without activity the weekly e-mail to coordinators names an organisation, unless they choose. */
export const defaultQuietDays = 21;

/** What coordinators may choose instead: longer than the notice, at most half a year. */
export const quietDaysRange = { least: 14, most: 180 };

/** How many days before that the organisation is told, in private. */
export const quietNoticeDays = 7;

/** Reminders before and after an output is due, by days until its due date. */
export const reminderStages = { week: 7, today: 0, late: -7 } as const;
export type ReminderStage = keyof typeof reminderStages;

/** Reminders of a review that is not given, by days until it is needed. */
export const reviewReminderStages = { soon: 3, today: 0 } as const;
export type ReviewReminderStage = keyof typeof reviewReminderStages;
