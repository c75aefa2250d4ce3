"use client";

import { createContext, useContext } from "react";

/** What a field tells its control: id, description, validity. */
export type FieldControl = {
  id: string;
  name: string;
  required: boolean;
  describedBy: string | undefined;
  invalid: boolean;
};

export const FieldContext = createContext<FieldControl | null>(null);

/** Values of a posted form that was refused, by field name; they are shown in place of the default values. */
export const PostedValuesContext = createContext<Readonly<Record<string, string | string[]>> | null>(null);

/** Messages of the last error by field name; provided by the form. */
export const FieldProblemsContext = createContext<Readonly<Record<string, string>>>({});

/** The default value of a control that a refused post had a value for. */
export function usePostedValue(name: string | undefined): { defaultValue?: string } {
  const value = useContext(PostedValuesContext)?.[name ?? ""];
  return typeof value === "string" ? { defaultValue: value } : {};
}
