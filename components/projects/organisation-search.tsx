"use client";

import { useTranslations } from "@/messages/use-translations";
import { useEffect, useState } from "react";
import { trpc } from "../providers/trpc-client";
import { Button } from "../ui/button";

export type FoundOrganisation = {
  id: string;
  legalName: string;
  country: string;
  city: string | null;
  type: string | null;
};

type Props = { text: string; country: string; onChoose: (organisation: FoundOrganisation) => void };

const pauseMs = 350;

/** Registered organisations similar to the typed name. */
export function OrganisationSearch({ text, country, onChoose }: Props) {
  const t = useTranslations("projects.partner");
  const [answer, setAnswer] = useState<{ text: string; found: readonly FoundOrganisation[] }>({ text: "", found: [] });
  const query = text.trim();

  useEffect(() => {
    if (query.length < 3) return;
    let current = true;
    const timer = setTimeout(() => {
      const show = (found: readonly FoundOrganisation[]) => {
        if (current) setAnswer({ text: query, found });
      };
      // If this fails, the name is used for a new organisation.
      trpc.organisations.search.query({ text: query, ...(country ? { country } : {}) }).then(show, () => show([]));
    }, pauseMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [query, country]);

  const found = answer.text === query ? answer.found.slice(0, 5) : [];
  return (
    <div aria-live="polite">
      {found.length > 0 ? (
        <div className="bg-accent-soft grid gap-1.5 rounded-md px-3 py-2.5">
          <p className="text-sm font-semibold">{t("found")}</p>
          <ul className="grid gap-1">
            {found.map((organisation) => (
              <li key={organisation.id} className="flex flex-wrap items-center justify-between gap-2">
                <span className="min-w-0 flex-1 basis-48">
                  {organisation.legalName}{" "}
                  <span className="text-ink-soft text-sm">
                    {[organisation.city, organisation.country].filter(Boolean).join(", ")}
                  </span>
                </span>
                <Button size="small" onClick={() => onChoose(organisation)}>
                  {t("take")}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}
