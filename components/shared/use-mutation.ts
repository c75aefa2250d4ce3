"use client";

import { TRPCClientError } from "@trpc/client";
import { useEffect, useRef, useState } from "react";
import { useProblemSentences } from "./own-problem-sentences";
import type { ProblemParams, TranslateProblem } from "./problem-sentences";
import { isRecord } from "./is-record";

export type Problem = {
  /** The error code, such as "organisation.oid_invalid"; "unknown" when it has none. */
  code: string;
  sentence: string;
  /** The current row on the server, after a concurrent edit. */
  current: unknown;
};

type Refusal = { code: string; fields: Record<string, string>; params: ProblemParams; current: unknown };

/** The error code and data of a failed call, for any thrown value. */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof TRPCClientError)) return { code: "unknown", fields: {}, params: {}, current: undefined };
  const data: unknown = error.data;
  if (!isRecord(data)) return { code: "offline", fields: {}, params: {}, current: undefined };
  const fields = isRecord(data.fields)
    ? Object.fromEntries(
        Object.entries(data.fields).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
      )
    : {};
  const code = typeof data.problem === "string" ? data.problem : Object.keys(fields).length > 0 ? "invalid" : "unknown";
  const params = isRecord(data.params)
    ? Object.fromEntries(
        Object.entries(data.params).filter(
          (entry): entry is [string, string | number] => typeof entry[1] === "string" || typeof entry[1] === "number",
        ),
      )
    : {};
  return { code, fields, params, current: data.current };
}

/** Not done: refused (`problem` says why) or already running. */
export type Outcome<Output> = { done: true; output: Output } | { done: false; fields: readonly string[] };

export type Mutation<Input, Output> = {
  run: (input: Input) => Promise<Outcome<Output>>;
  pending: boolean;
  problem: Problem | null;
  /** Messages by field name. */
  fieldProblems: Readonly<Record<string, string>>;
  clear: () => void;
};

/** Zod's own codes have separate messages; other codes use the usual ones. */
function sentenceOfField(translate: TranslateProblem, code: string, params: ProblemParams): string {
  return translate(code.includes(".") ? code : `field.${code}`, params, "field.invalid");
}

/** One mutation: runs once at a time, and translates errors to messages. */
export function useMutation<Input, Output>(
  mutate: (input: Input) => Promise<Output>,
  onProblem?: (problem: Problem) => void,
): Mutation<Input, Output> {
  const running = useRef(false);
  const sentences = useProblemSentences();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [fieldProblems, setFieldProblems] = useState<Readonly<Record<string, string>>>({});

  useEffect(() => {
    void sentences();
  }, [sentences]);

  const clear = () => {
    setProblem(null);
    setFieldProblems({});
  };

  const refuse = async (error: unknown): Promise<Outcome<Output>> => {
    const refusal = refusalOf(error);
    const translate = await sentences();
    const reported = {
      code: refusal.code,
      sentence: translate(refusal.code, refusal.params),
      current: refusal.current,
    };
    setFieldProblems(
      Object.fromEntries(
        Object.entries(refusal.fields).map(([field, code]) => [
          field,
          sentenceOfField(translate, code, refusal.params),
        ]),
      ),
    );
    setProblem(reported);
    onProblem?.(reported);
    return { done: false, fields: Object.keys(refusal.fields) };
  };

  const run = async (input: Input): Promise<Outcome<Output>> => {
    if (running.current) return { done: false, fields: [] };
    running.current = true;
    setPending(true);
    clear();
    return mutate(input)
      .then((output): Outcome<Output> => ({ done: true, output }), refuse)
      .finally(() => {
        running.current = false;
        setPending(false);
      });
  };

  return { run, pending, problem, fieldProblems, clear };
}
