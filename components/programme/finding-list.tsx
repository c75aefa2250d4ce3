import { useTranslations } from "@/messages/use-translations";
import type { Finding } from "@/domain/programme/certainty";
import { type Standing, standingOf, standings } from "@/domain/programme/eligibility";
import { Icon } from "../ui/icon";
import type { IconName } from "../ui/icon-paths";
import { SourceLine } from "./certainty";

type PresentedFinding = Finding & { message: string };

const LOOKS: Record<Standing, { icon: IconName; className: string }> = {
  missing: { icon: "cross", className: "text-late" },
  open: { icon: "alert", className: "text-due" },
  reminder: { icon: "info", className: "text-accent" },
  quality: { icon: "info", className: "text-accent" },
  fulfilled: { icon: "check", className: "text-approved" },
};

type GroupProps = { standing: Standing; findings: readonly PresentedFinding[]; sources: boolean };

function Group({ standing, findings, sources }: GroupProps) {
  const t = useTranslations("programme.findingList");
  const { icon, className } = LOOKS[standing];
  if (findings.length === 0) return null;
  return (
    <div className="grid gap-2">
      <h3 className="font-semibold">{t(standing)}</h3>
      <ul className="grid gap-3">
        {findings.map((finding, index) => (
          <li key={`${finding.rule} ${String(index)}`} className="flex break-inside-avoid items-start gap-2.5">
            <Icon name={icon} size={18} className={`mt-0.5 ${className}`} />
            <div className="min-w-0">
              <p>{finding.message}</p>
              {sources ? <SourceLine source={finding.source} certainty={finding.certainty} /> : null}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

type Props = {
  findings: readonly PresentedFinding[];
  /** False when the sources of the findings are shown elsewhere. */
  sources?: boolean;
};

/** Findings of the rules, most severe first. */
export function FindingList({ findings, sources = true }: Props) {
  return (
    <div className="grid gap-6">
      {standings.map((standing) => (
        <Group
          key={standing}
          standing={standing}
          findings={findings.filter((finding) => standingOf(finding) === standing)}
          sources={sources}
        />
      ))}
    </div>
  );
}
