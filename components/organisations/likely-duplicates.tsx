"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { trpc } from "../providers/trpc-client";
import { useAct } from "../shared/use-act";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";

export type Candidate = { id: string; legalName: string; country: string; city: string | null; oid: string | null };

/** Organisations that are probably the same: join one of them rather than register a second. */
export function LikelyDuplicates({ candidates }: { candidates: readonly Candidate[] }) {
  const t = useTranslations("organisations.duplicates");
  const [asked, setAsked] = useState<string | null>(null);
  const { run, pending, problem } = useAct((organisationId: string) =>
    trpc.organisations.requestToJoin.mutate({ organisationId }),
  );
  const ask = async (id: string) => {
    const outcome = await run(id);
    if (outcome.done) setAsked(id);
  };
  return (
    <Notice tone="due" live title={t("title")}>
      <p className="mb-2">{t("text")}</p>
      {problem ? <p role="alert">{problem.sentence}</p> : null}
      <ul className="grid gap-2">
        {candidates.map((candidate) => (
          <li key={candidate.id} className="flex flex-wrap items-center justify-between gap-2">
            <span>
              <strong>{candidate.legalName}</strong>, {[candidate.city, candidate.country].filter(Boolean).join(", ")}
              {candidate.oid ? ` · ${candidate.oid}` : ""}
            </span>
            {asked === candidate.id ? (
              <span role="status">{t("asked")}</span>
            ) : (
              <Button size="small" onClick={() => void ask(candidate.id)} aria-disabled={pending}>
                {t("ask")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
