import { daysBetween } from "@/domain/dates";
import type { Tone } from "../ui/status-badge";

type DueWord = "late" | "today" | "soon" | "planned" | "undated";

/** Text and tone of a due date: red when late, amber within two weeks. */
export function dueTone(output: { dueOn: string | null; late: boolean }, today: string): { tone: Tone; word: DueWord } {
  if (output.dueOn === null) return { tone: "muted", word: "undated" };
  if (output.late) return { tone: "late", word: "late" };
  const days = daysBetween(today, output.dueOn);
  if (days === 0) return { tone: "due", word: "today" };
  return days > 0 && days <= 14 ? { tone: "due", word: "soon" } : { tone: "neutral", word: "planned" };
}
