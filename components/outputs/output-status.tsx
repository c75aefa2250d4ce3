import { useTranslations } from "@/messages/use-translations";
import { outputState, type OutputState, type OutputStatus } from "@/domain/outputs";
import type { IconName } from "../ui/icon-paths";
import { StatusBadge, type Tone } from "../ui/status-badge";

const looks: Record<OutputState, { tone: Tone; icon?: IconName }> = {
  planned: { tone: "muted" },
  in_progress: { tone: "active" },
  in_review: { tone: "active", icon: "eye" },
  changes_requested: { tone: "changes" },
  approved: { tone: "approved" },
  published: { tone: "approved", icon: "globe" },
  approved_changed: { tone: "due", icon: "alert" },
  published_changed: { tone: "due", icon: "alert" },
};

type Props = { output: { status: OutputStatus; changedSinceApproval: boolean } };

/** The status of an output as text; an approval says when files changed after it. */
export function OutputStatusBadge({ output }: Props) {
  const t = useTranslations("outputs.status");
  const state = outputState(output);
  return <StatusBadge {...looks[state]}>{t(state)}</StatusBadge>;
}
