"use client";

import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from "react";
import type { DraftData } from "@/domain/schemas/projects";
import { type DraftStore, draftStore } from "./draft-store";
import { monthsIn } from "./duration";
import { guessesAfter } from "./guesses";
import type { SavedDraft } from "./held-draft";

export type OwnOrganisation = {
  id: string;
  legalName: string;
  shortName: string;
  country: string;
  type: string | null;
};
export type Choice = { value: string; label: string };

type Surroundings = {
  draftId: string;
  organisations: readonly OwnOrganisation[];
  countries: readonly Choice[];
  languages: readonly Choice[];
  thisYear: number;
};

type Wizard = Surroundings & { store: DraftStore };

const WizardContext = createContext<Wizard | null>(null);

/** Provides one draft to all steps of the wizard. */
export function DraftProvider({
  stored,
  children,
  ...around
}: Surroundings & { stored: SavedDraft; children: ReactNode }) {
  const [store] = useState(() => draftStore(around.draftId, stored));
  useEffect(() => {
    // The last event before the page closes in which the browser still sends requests.
    const leave = () => {
      if (document.visibilityState === "hidden") void store.flush();
    };
    document.addEventListener("visibilitychange", leave);
    return () => {
      document.removeEventListener("visibilitychange", leave);
      void store.flush();
    };
  }, [store]);
  return <WizardContext value={{ ...around, store }}>{children}</WizardContext>;
}

/** The current draft, and how to change it. */
export function useDraft() {
  const wizard = useContext(WizardContext);
  if (!wizard) throw new Error("useDraft outside the wizard");
  const { store, ...around } = wizard;
  const state = useSyncExternalStore(store.subscribe, store.read, () => store.first);
  const { data } = state;
  const coordinator =
    around.organisations.find(({ id }) => id === data.organisationId) ?? around.organisations[0] ?? null;
  const change = (patch: Partial<DraftData>) =>
    store.change(data.guessed ? { ...patch, guessed: guessesAfter(data, patch) } : patch);
  const typeDuration = (text: string) => {
    store.keepDuration(text);
    change({ durationMonths: monthsIn(text) });
  };
  const { resolve, replace, flush } = store;
  return { ...around, ...state, coordinator, change, typeDuration, resolve, replace, flush };
}
