"use client";

import { createContext } from "react";

/** What a field tells its control: id, description, validity. */
export type FieldControl = {
  id: string;
  name: string;
  required: boolean;
  describedBy: string | undefined;
  invalid: boolean;
};

export const FieldContext = createContext<FieldControl | null>(null);

/** Messages of the last error by field name; provided by the form. */
export const FieldProblemsContext = createContext<Readonly<Record<string, string>>>({});
