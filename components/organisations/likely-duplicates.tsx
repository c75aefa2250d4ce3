"use client";

import { useTranslations } from "@/messages/use-translations";
import { type ReactNode, useEffect, useRef } from "react";
import { trpc } from "../providers/trpc-client";
import { useMutation } from "../shared/use-mutation";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";

export type Candidate = { id: string; legalName: string; country: string; city: string | null; oid: string | null };

type Props = {
  candidates: readonly Candidate[];
  /** A request to join this organisation was sent, so the form is no longer needed. */
  onRequested: (candidate: Candidate) => void;
};

/** Organisations that are probably the same, to join instead of registering a duplicate. */
export function LikelyDuplicates({ candidates, onRequested }: Props) {
  const t = useTranslations("organisations.duplicates");
  const { run, pending, problem } = useMutation((organisationId: string) =>
    trpc.organisations.requestToJoin.mutate({ organisationId }),
  );
  const ask = async (candidate: Candidate) => {
    const outcome = await run(candidate.id);
    if (outcome.done) onRequested(candidate);
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
            <Button size="small" onClick={() => void ask(candidate)} aria-disabled={pending}>
              {t("ask")}
            </Button>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Replaces the form after a request to join, and says what happens next. */
export function AskedToJoin({ organisation, action }: { organisation: string; action?: ReactNode }) {
  const t = useTranslations("organisations.duplicates");
  const box = useRef<HTMLDivElement>(null);
  // The pressed button was removed, so this message gets the focus and is read by screen readers.
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} className="outline-none">
      <Notice tone="approved" title={t("askedTitle", { organisation })} action={action}>
        {t("askedText", { organisation })}
      </Notice>
    </div>
  );
}
