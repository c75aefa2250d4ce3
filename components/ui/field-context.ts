"use client";

import { createContext } from "react";

/** What a control learns from the field around it: who it is, what describes it, whether it is wrong. */
export type FieldControl = {
  id: string;
  name: string;
  required: boolean;
  describedBy: string | undefined;
  invalid: boolean;
};

export const FieldContext = createContext<FieldControl | null>(null);

/** Sentences of the last failed act, by the name of the field; provided by the form. */
export const FieldProblemsContext = createContext<Readonly<Record<string, string>>>({});
