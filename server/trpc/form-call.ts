import "server-only";
import { callTRPCProcedure, getTRPCErrorFromUnknown, getTRPCErrorShape } from "@trpc/server";
import { headers } from "next/headers";
import { db } from "@/db/client";
import { getReader } from "@/messages/server";
import { currentMember } from "@/server/auth/actor";
import { clientIp } from "@/server/request";
import { appRouter } from "./router";

/** Why a mutation was refused: the code of the problem, codes by field, and the values of the sentence. */
export type FormRefusal = {
  code: string;
  fields: Record<string, string>;
  params: Record<string, string | number>;
};

/**
 * Calls a mutation with the values of a posted form, as the person of the request. `pagePerson` is the person for whom
 * the page of the form was rendered.
 */
export async function callForForm(
  path: string,
  input: unknown,
  pagePerson: string | undefined,
): Promise<{ output: unknown } | { refusal: FormRefusal }> {
  const member = await currentMember();
  const ctx = {
    db: db(),
    actor: member?.actor ?? null,
    session: member?.session,
    pagePerson,
    now: new Date(),
    ip: clientIp(await headers()),
    locale: (await getReader()).locale,
  };
  try {
    const output: unknown = await callTRPCProcedure({
      router: appRouter,
      path,
      getRawInput: () => Promise.resolve(input),
      ctx,
      type: "mutation",
      signal: undefined,
      batchIndex: 0,
    });
    return { output };
  } catch (problem) {
    const error = getTRPCErrorFromUnknown(problem);
    const { data } = getTRPCErrorShape({ config: appRouter._def._config, error, type: "mutation", path, input, ctx });
    return { refusal: { code: data.problem, fields: data.fields, params: data.params as FormRefusal["params"] } };
  }
}
