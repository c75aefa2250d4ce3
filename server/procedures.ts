import { TRPCError, initTRPC } from "@trpc/server";
import superjson from "superjson";
import { ZodError } from "zod";
import { DomainError, errorCodes } from "@/domain/errors";
import { requirePagePerson } from "@/domain/page-person";
import type { Context } from "@/server/context";
import { kinds } from "./refusal";
import { log } from "@/server/log";
import { logSecurity } from "@/server/security-log";
import { limitWrite } from "@/server/rate-limit";
import { asUnavailable } from "@/server/unavailable";

const fieldsOf = (error: ZodError): Record<string, string> => {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    // Problems of an entry are reported at its list, which is the field that a form knows.
    const named = typeof issue.path.at(-1) === "number" ? issue.path.slice(0, -1) : issue.path;
    const path = named.join(".");
    fields[path] ??= /^[a-z_]+\.[a-z_]+$/.test(issue.message) ? issue.message : "field.invalid";
  }
  return fields;
};

const t = initTRPC.context<Context>().create({
  transformer: superjson,
  errorFormatter({ shape, error }) {
    const cause = error.cause;
    if (cause instanceof DomainError) {
      const { current, field, ...data } = cause.data;
      return {
        ...shape,
        message: cause.code,
        data: {
          ...shape.data,
          stack: undefined,
          problem: cause.code,
          fields: typeof field === "string" ? { [field]: cause.code } : {},
          current,
          params: data,
        },
      };
    }
    const invalid = cause instanceof ZodError;
    return {
      ...shape,
      message: invalid ? "input.invalid" : error.code,
      data: {
        ...shape.data,
        stack: undefined,
        problem: invalid ? "input.invalid" : error.code === "UNAUTHORIZED" ? "person.signed_out" : "unknown",
        fields: invalid ? fieldsOf(cause) : {},
        current: undefined,
        params: {},
      },
    };
  },
});

/**
 * Maps an error of a procedure for the caller: a refusal with its code, or INTERNAL_SERVER_ERROR without details, whose
 * cause is only logged.
 */
export function asTrpcError(problem: unknown, procedure: string): TRPCError {
  const refused = problem instanceof DomainError ? problem : asUnavailable(problem);
  if (refused !== problem) log.error({ err: problem, procedure }, "procedure failed");
  if (refused) return new TRPCError({ code: kinds[errorCodes[refused.code]].trpc, cause: refused });
  return new TRPCError({ code: "INTERNAL_SERVER_ERROR", message: "INTERNAL_SERVER_ERROR" });
}

const refusals = t.middleware(async ({ ctx, next, path }) => {
  const result = await next();
  if (result.ok) return result;
  const { cause, code } = result.error;
  if (cause instanceof DomainError) {
    if (errorCodes[cause.code] === "forbidden") {
      logSecurity("act.refused", { account: ctx.actor?.personId, network: ctx.ip, what: `${path} ${cause.code}` });
    }
    throw asTrpcError(cause, path);
  }
  if (code === "INTERNAL_SERVER_ERROR") throw asTrpcError(cause ?? result.error, path);
  return result;
});

/** Refuses writes of a page that was rendered for another person. Errors: person.other. */
const samePerson = t.middleware(({ ctx, type, next }) => {
  if (type === "mutation") requirePagePerson(ctx.pagePerson, ctx.actor);
  return next();
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** For everyone, signed in or not. */
export const publicProcedure = t.procedure.use(refusals).use(samePerson);

/** For signed-in people: `ctx.actor` is not null in these procedures. */
export const memberProcedure = publicProcedure.use(async ({ ctx, next, type, path }) => {
  if (!ctx.actor) throw new TRPCError({ code: "UNAUTHORIZED" });
  if (type === "mutation") await limitWrite(ctx.actor.personId, path);
  return next({ ctx: { ...ctx, actor: ctx.actor } });
});

/** For operators of the instance; "not found" for everyone else. */
export const operatorProcedure = memberProcedure.use(({ ctx, next }) => {
  if (!ctx.actor.operator) throw new TRPCError({ code: "NOT_FOUND" });
  return next();
});
