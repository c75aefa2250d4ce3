"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "@/messages/use-translations";
import { useState } from "react";
import { readPastedAddresses } from "@/domain/addresses";
import { useRefresh } from "../../providers/page-actions";
import { trpc } from "../../providers/trpc-client";
import { useMutation } from "../../shared/use-mutation";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { LinkButton } from "../../ui/link-button";
import { Notice } from "../../ui/notice";
import { TextLink } from "../../ui/text-link";
import { useDraft } from "./draft-provider";
import { forgetDraft } from "./draft-store";
import { missingOf, stepPath } from "./steps";
import { DraftSummary, SavedWord } from "./wizard-frame";

/** Creates the partnership of the draft and sends the invitations. */
export function CreatePartnership({ confirmed }: { confirmed: boolean }) {
  const t = useTranslations("projects.wizard.create");
  const fields = useTranslations("projects.fields");
  const back = useTranslations("projects.wizard");
  const router = useRouter();
  const refresh = useRefresh();
  const { draftId, data, flush } = useDraft();
  const { run, pending, problem } = useMutation(() => trpc.projects.create.mutate({ id: draftId }));
  const [created, setCreated] = useState<{ slug: string; stopped: readonly string[] } | null>(null);
  const missing = missingOf(data);
  const invited = (data.partners ?? []).reduce(
    (sum, partner) => sum + readPastedAddresses(partner.emails).addresses.length,
    0,
  );

  const open = ({ slug }: { slug: string }) => {
    router.replace(`/projects/${slug}` as Route);
    refresh();
  };
  const create = async () => {
    if (!(await flush())) return;
    const outcome = await run(undefined);
    if (!outcome.done) return;
    forgetDraft(draftId);
    if (outcome.output.stopped.length > 0) setCreated(outcome.output);
    else open(outcome.output);
  };

  return (
    <section aria-labelledby="create-partnership" className="border-line mt-4 grid gap-4 border-t pt-5">
      <h2 id="create-partnership" className="font-serif text-xl font-semibold">
        {t("title")}
      </h2>
      <DraftSummary />
      {missing.length > 0 ? (
        <Notice tone="due" title={t("missing")}>
          <ul className="list-disc ps-5">
            {missing.map(({ step, what }) => (
              <li key={what}>
                <TextLink href={stepPath(draftId, step)}>{fields(what)}</TextLink>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {invited > 0 ? <p>{confirmed ? t("sends", { count: invited }) : t("holds", { count: invited })}</p> : null}
      {problem ? (
        <Notice tone="late" live>
          {problem.sentence}
        </Notice>
      ) : null}
      <div className="flex flex-wrap items-center gap-3">
        <Button kind="primary" disabled={missing.length > 0} aria-disabled={pending} onClick={() => void create()}>
          {pending ? t("working") : invited > 0 ? t("actAndInvite") : t("act")}
        </Button>
        <LinkButton href={stepPath(draftId, "consortium")} kind="quiet" icon="chevron-left">
          {back("back")}
        </LinkButton>
        <SavedWord />
      </div>
      {created ? (
        <Dialog open onClose={() => open(created)} title={t("created")} dismiss="close">
          <p>{t("stopped", { addresses: created.stopped.join(", ") })}</p>
          <div>
            <Button kind="primary" onClick={() => open(created)}>
              {t("open")}
            </Button>
          </div>
        </Dialog>
      ) : null}
    </section>
  );
}
