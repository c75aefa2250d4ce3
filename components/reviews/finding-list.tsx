import type { ReactNode } from "react";
import type { Route } from "next";
import { useTranslations } from "@/messages/use-translations";
import type { FindingAct, FindingStatus, FindingWeight } from "@/domain/findings";
import { Anchor } from "../ui/anchor";
import { Chip } from "../ui/chip";
import { Ago } from "../ui/date-time";
import { StatusBadge, type Tone } from "../ui/status-badge";
import { FindingActForm, RemoveDraft } from "./finding-acts";
import { FindingForm } from "./finding-form";

type Organisation = { id: string; shortName: string; country: string; hue: number };
type Finding = {
  id: string;
  reviewId: string;
  submission: number;
  weight: FindingWeight;
  status: FindingStatus;
  text: string;
  page: number | null;
  seconds: number | null;
  quote: string;
  revision: number;
  author: string | null;
  organisation: Organisation;
  version: { id: string; fileId: string; name: string; number: number };
  answers: readonly {
    id: string;
    act: "fixed" | "declined" | "close" | "reopen";
    text: string;
    createdAt: Date;
    person: string | null;
    organisation: Organisation;
    version: { number: number; name: string } | null;
  }[];
  can: readonly FindingAct[];
};

type Props = {
  findings: readonly Finding[];
  /** The address of the output. */
  base: string;
  /** The versions of the submission, for changing a draft. */
  versions: readonly { id: string; name: string; number: number; mediaType: string }[];
  /** The current versions of the output, in which a finding can be fixed. */
  current: readonly { id: string; name: string; number: number }[];
  open: OpenFinding | null;
  /** The address of the page with a form open, and without one. */
  address: (open: OpenFinding | null) => Route;
  /** The form that makes a task of a text; null for those who may not ask for something. */
  makeTask: ((text: string, next: Route) => ReactNode) | null;
  /** Shows of which submission each one is. */
  named?: boolean;
};

const weights: Record<FindingWeight, Tone> = { must: "late", should: "due", could: "neutral" };
const statuses: Record<FindingStatus, Tone> = {
  draft: "muted",
  open: "changes",
  fixed: "active",
  declined: "active",
  closed: "approved",
};

/** Acts that have a form, with the act of domain/findings.ts that allows it. */
const forms = { answer: "fixed", close: "close", reopen: "reopen", edit: "edit" } as const satisfies Record<
  string,
  FindingAct
>;
const findingForms = Object.keys(forms) as (keyof typeof forms)[];

/** The form that the address of the page opens; one at a time, because a page may hold forty findings. */
export type OpenFinding = { id: string; form: keyof typeof forms | "task" };

/** The form that these address parameters open. */
export function openFinding({ finding, form }: Record<string, unknown>): OpenFinding | null {
  const known = [...findingForms, "task" as const].find((name) => name === form);
  return known && typeof finding === "string" ? { id: finding, form: known } : null;
}

/** Seconds as minutes and seconds: 75 is "1:15". */
const timeCode = (seconds: number) => `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, "0")}`;

/** Findings with their place, their thread and what the person may do. */
export function FindingList({ findings, base, versions, current, open, address, makeTask, named = false }: Props) {
  const t = useTranslations("reviews");
  if (findings.length === 0) return <p className="text-ink-soft">{t("findings.none")}</p>;
  return (
    <ul className="divide-line border-line divide-y border-y">
      {findings.map((finding) => {
        const { version } = finding;
        const place = [
          t("findings.place", { file: version.name, number: version.number }),
          finding.page === null ? null : t("findings.page", { page: finding.page }),
          finding.seconds === null ? null : t("findings.time", { time: timeCode(finding.seconds) }),
        ];
        return (
          <li key={finding.id} id={`finding-${finding.id}`} className="grid gap-2 py-4">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
              <StatusBadge tone={weights[finding.weight]}>{t(`weight.${finding.weight}`)}</StatusBadge>
              <StatusBadge tone={statuses[finding.status]}>{t(`findingStatus.${finding.status}`)}</StatusBadge>
              <Anchor
                href={`${base}/files/${version.fileId}?show=${version.id}` as Route}
                className="link wrap-anywhere"
              >
                {place.filter((part) => part !== null).join(", ")}
              </Anchor>
              {named ? <span>{t("findings.submission", { number: finding.submission })}</span> : null}
              <span className="text-ink-soft flex flex-wrap items-center gap-1.5">
                <Chip {...finding.organisation} name={finding.organisation.shortName} />
                <bdi>{finding.author ?? t("former")}</bdi>
              </span>
            </p>
            {finding.quote ? (
              <blockquote
                dir="auto"
                className="border-line-strong text-ink-soft max-w-prose border-s-2 ps-3 wrap-anywhere"
              >
                {finding.quote}
              </blockquote>
            ) : null}
            <p dir="auto" className="max-w-prose whitespace-pre-line wrap-anywhere">
              {finding.text}
            </p>
            {finding.answers.length > 0 ? (
              <ol className="border-line grid gap-2 border-s-2 ps-3">
                {finding.answers.map((answer) => (
                  <li key={answer.id} className="grid gap-0.5">
                    <p className="text-ink-soft flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
                      <Chip {...answer.organisation} name={answer.organisation.shortName} />
                      <bdi>{answer.person ?? t("former")}</bdi>
                      <span className="font-semibold">
                        {answer.version ? t("findings.fixedIn", answer.version) : t(`findingAct.${answer.act}`)}
                      </span>
                      <Ago value={answer.createdAt} />
                    </p>
                    {answer.text ? (
                      <p dir="auto" className="max-w-prose whitespace-pre-line wrap-anywhere">
                        {answer.text}
                      </p>
                    ) : null}
                  </li>
                ))}
              </ol>
            ) : null}
            {finding.can.length > 0 || makeTask !== null ? (
              <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
                {findingForms
                  .filter((form) => finding.can.includes(forms[form]))
                  .map((form) => (
                    <Anchor key={form} href={address({ id: finding.id, form })} className="link text-sm">
                      {t(`finding.${form}`)}
                    </Anchor>
                  ))}
                {makeTask !== null && finding.status !== "draft" ? (
                  <Anchor href={address({ id: finding.id, form: "task" })} className="link text-sm">
                    {t("finding.makeTask")}
                  </Anchor>
                ) : null}
                {finding.can.includes("remove") ? <RemoveDraft findingId={finding.id} /> : null}
              </div>
            ) : null}
            {open?.id === finding.id && open.form === "task" && makeTask !== null && finding.status !== "draft"
              ? makeTask(finding.text, address(null))
              : null}
            {open?.id === finding.id && open.form !== "task" && finding.can.includes(forms[open.form]) ? (
              <div className="max-w-xl pt-1 pb-1">
                {open.form === "edit" ? (
                  <FindingForm
                    key={finding.revision}
                    reviewId={finding.reviewId}
                    versions={versions}
                    shown={null}
                    finding={finding}
                  />
                ) : (
                  <FindingActForm act={open.form} findingId={finding.id} versions={current} next={address(null)} />
                )}
              </div>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
