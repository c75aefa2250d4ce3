"use client";

import type { NameConsent } from "@/domain/publications";
import { useTranslations } from "@/messages/use-translations";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { useMutation } from "../shared/use-mutation";
import { Button } from "../ui/button";

type Name = {
  publicationId: string;
  title: string;
  language: string;
  slug: string;
  status: "published" | "withdrawn";
  consent: NameConsent;
};

function NameRow({ name }: { name: Name }) {
  const t = useTranslations("publications.names");
  const refresh = useRefresh();
  const { run, pending, problem } = useMutation((agrees: boolean) =>
    (agrees ? trpc.publications.agree : trpc.publications.decline).mutate({ publicationId: name.publicationId }),
  );
  const answer = async (agrees: boolean) => {
    const outcome = await run(agrees);
    if (outcome.done) refresh();
  };
  return (
    <li className="grid gap-2 py-3">
      <p>
        {name.status === "published" ? (
          <a href={`/outputs/${name.slug}`} lang={name.language} className="link">
            {name.title}
          </a>
        ) : (
          <span lang={name.language}>{name.title}</span>
        )}
      </p>
      <p className="text-ink-soft text-sm">{t(`consent.${name.consent}`)}</p>
      {problem ? <p role="alert">{problem.sentence}</p> : null}
      <div className="flex flex-wrap gap-2">
        {name.consent === "agreed" ? null : (
          <Button size="small" aria-disabled={pending} onClick={() => void answer(true)}>
            {t("agree")}
          </Button>
        )}
        {name.consent === "declined" ? null : (
          <Button size="small" kind="quiet" aria-disabled={pending} onClick={() => void answer(false)}>
            {name.consent === "agreed" ? t("stop") : t("decline")}
          </Button>
        )}
      </div>
    </li>
  );
}

/** The public pages that name the person or ask to, each with the answer, which can change at any time. */
export function NameList({ names }: { names: readonly Name[] }) {
  return (
    <ul className="divide-line divide-y">
      {names.map((name) => (
        <NameRow key={name.publicationId} name={name} />
      ))}
    </ul>
  );
}
