"use client";

import { TRPCClientError } from "@trpc/client";
import { useEffect, useRef, useState } from "react";
import { useProblemSentences } from "./own-problem-sentences";
import type { SayProblem } from "./problem-sentences";

export type Problem = {
  /** The code of the refusal, such as "organisation.oid_invalid"; "unknown" when it has none. */
  code: string;
  sentence: string;
  /** What stands on the server now, when somebody else changed it meanwhile. */
  current: unknown;
};

type Refusal = { code: string; fields: Record<string, string>; current: unknown };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** What the gate said when it refused, whatever was thrown. */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof TRPCClientError)) return { code: "unknown", fields: {}, current: undefined };
  const data: unknown = error.data;
  if (!isRecord(data)) return { code: "offline", fields: {}, current: undefined };
  const fields = isRecord(data.fields)
    ? Object.fromEntries(
        Object.entries(data.fields).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
      )
    : {};
  const code = typeof data.problem === "string" ? data.problem : Object.keys(fields).length > 0 ? "invalid" : "unknown";
  return { code, fields, current: data.current };
}

/** Not done: refused (then `problem` says why) or already under way. */
export type Outcome<Output> = { done: true; output: Output } | { done: false; fields: readonly string[] };

export type Mutation<Input, Output> = {
  run: (input: Input) => Promise<Outcome<Output>>;
  pending: boolean;
  problem: Problem | null;
  /** Sentences by the name of the field. */
  fieldProblems: Readonly<Record<string, string>>;
  clear: () => void;
};

/** Zod's own codes have sentences of their own; ours are said as everywhere. */
function sentenceOfField(say: SayProblem, code: string): string {
  return code.includes(".") ? say(code, "field.invalid") : say(`field.${code}`, "field.invalid");
}

/** One write: runs once however often it is pressed, and turns a refusal into sentences. */
export function useMutation<Input, Output>(
  act: (input: Input) => Promise<Output>,
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
    const say = await sentences();
    const told = { code: refusal.code, sentence: say(refusal.code), current: refusal.current };
    setFieldProblems(
      Object.fromEntries(Object.entries(refusal.fields).map(([field, code]) => [field, sentenceOfField(say, code)])),
    );
    setProblem(told);
    onProblem?.(told);
    return { done: false, fields: Object.keys(refusal.fields) };
  };

  const run = async (input: Input): Promise<Outcome<Output>> => {
    if (running.current) return { done: false, fields: [] };
    running.current = true;
    setPending(true);
    clear();
    return act(input)
      .then((output): Outcome<Output> => ({ done: true, output }), refuse)
      .finally(() => {
        running.current = false;
        setPending(false);
      });
  };

  return { run, pending, problem, fieldProblems, clear };
}
