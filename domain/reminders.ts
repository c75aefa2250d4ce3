/** Reminders before and after an output is due, by days until its due date. */
export const reminderStages = { week: 7, today: 0, late: -7 } as const;
export type ReminderStage = keyof typeof reminderStages;

/** Reminders of a review that is not given, by days until it is needed. */
export const reviewReminderStages = { soon: 3, today: 0 } as const;
export type ReviewReminderStage = keyof typeof reviewReminderStages;
