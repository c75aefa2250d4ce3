import type { BudgetCategory } from "./editions";

/** What a line of a budget is calculated from. Words are codes of a list, the others numbers. */
export type ClaimField =
  | "participants"
  | "km"
  | "organisation"
  | "staff"
  | "days"
  | "local"
  | "foreign"
  | "virtual"
  | "green"
  | "activity"
  | "part"
  | "euro";

/** Fields whose value is chosen from a list. */
export const chosenFields: readonly ClaimField[] = ["organisation", "staff", "green", "activity", "part"];

/** The fields of a line in each category. Management is calculated from the organisations and the duration alone. */
export const claimFields: Readonly<Record<BudgetCategory, readonly ClaimField[]>> = {
  management: [],
  meeting: ["participants", "km"],
  output_staff: ["organisation", "staff", "days"],
  multiplier_event: ["local", "foreign", "virtual"],
  travel: ["participants", "km", "green"],
  individual_support: ["activity", "participants", "days"],
  linguistic_support: ["participants"],
  special_needs: ["euro"],
  exceptional: ["euro"],
  lump_sum: ["euro"],
  work_package: ["part", "euro"],
};

/** Categories with one line at most. */
export const singleLines: readonly BudgetCategory[] = [
  "linguistic_support",
  "special_needs",
  "exceptional",
  "lump_sum",
];

/** The categories of a budget between which money can be moved. */
export const transferCategories = [
  "management",
  "meeting",
  "output_staff",
  "multiplier_event",
  "learning_activities",
  "exceptional",
  "special_needs",
] as const;
