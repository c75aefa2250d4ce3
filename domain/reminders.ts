/** Reminders before and after an output is due, by days until its due date. */
export const reminderStages = { week: 7, today: 0, late: -7 } as const;
export type ReminderStage = keyof typeof reminderStages;
