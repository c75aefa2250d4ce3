import { useTranslations } from "next-intl";
import type { OutputStatus } from "@/domain/outputs";
import type { IconName } from "../ui/icon-paths";
import { StatusBadge, type Tone } from "../ui/status-badge";

const looks: Record<OutputStatus, { tone: Tone; icon?: IconName }> = {
  planned: { tone: "muted" },
  in_progress: { tone: "active" },
  in_review: { tone: "active", icon: "eye" },
  changes_requested: { tone: "due", icon: "undo" },
  approved: { tone: "approved" },
  published: { tone: "approved", icon: "globe" },
};

/** The status of an output as text. */
export function OutputStatusBadge({ status }: { status: OutputStatus }) {
  const t = useTranslations("outputs.status");
  return <StatusBadge {...looks[status]}>{t(status)}</StatusBadge>;
}
