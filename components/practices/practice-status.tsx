import { useTranslations } from "@/messages/use-translations";
import type { PracticeStatus } from "@/domain/practices";
import { StatusBadge, type Tone } from "../ui/status-badge";

const tones: Record<PracticeStatus, Tone> = {
  draft: "neutral",
  submitted: "active",
  returned: "changes",
  published: "approved",
};

/** The status of a practice as text. */
export function PracticeStatusBadge({ status }: { status: PracticeStatus }) {
  const t = useTranslations("practices.status");
  return <StatusBadge tone={tones[status]}>{t(status)}</StatusBadge>;
}
