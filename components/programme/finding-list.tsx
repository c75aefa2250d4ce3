import { useTranslations } from "next-intl";
import type { Finding, Severity } from "@/domain/programme/certainty";
import { Icon, type IconName } from "../ui/icon";
import { SourceLine } from "./certainty";

type Spoken = Finding & { message: string };

const LOOKS: Record<Severity, { icon: IconName; className: string }> = {
  error: { icon: "cross", className: "text-late" },
  warning: { icon: "alert", className: "text-due" },
  quality: { icon: "info", className: "text-accent" },
  ok: { icon: "check", className: "text-approved" },
};

const ORDER: readonly Severity[] = ["error", "warning", "quality", "ok"];

function Group({ severity, findings }: { severity: Severity; findings: readonly Spoken[] }) {
  const t = useTranslations("programme.findingList");
  const { icon, className } = LOOKS[severity];
  if (findings.length === 0) return null;
  return (
    <div className="grid gap-2">
      <h3 className="font-semibold">{t(severity)}</h3>
      <ul className="grid gap-3">
        {findings.map((finding, index) => (
          <li key={`${finding.rule} ${String(index)}`} className="flex items-start gap-2.5">
            <Icon name={icon} size={18} className={`mt-0.5 ${className}`} />
            <div className="min-w-0">
              <p>{finding.message}</p>
              <SourceLine source={finding.source} certainty={finding.certainty} />
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What the rules say, the hardest first. */
export function FindingList({ findings }: { findings: readonly Spoken[] }) {
  return (
    <div className="grid gap-6">
      {ORDER.map((severity) => (
        <Group
          key={severity}
          severity={severity}
          findings={findings.filter((finding) => finding.severity === severity)}
        />
      ))}
    </div>
  );
}
