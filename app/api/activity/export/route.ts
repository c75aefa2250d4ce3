import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { DomainError } from "@/domain/errors";
import { exportInput } from "@/domain/schemas/activity";
import { getReader, getTranslations } from "@/messages/server";
import { requireActor, serverApi } from "@/server/trpc/rsc";

/** The sentence of a problem, as plain text. */
async function refusal(code: string, status: number): Promise<Response> {
  const t = await getTranslations("problems");
  return new Response(t.has(code) ? t(code) : t("input.invalid"), {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
}

/** The activities that the filters of the address show, as a table: leads to a signed address of it. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  await requireActor(`/api/activity/export?${searchParams.toString()}`);
  const { timeZone } = await getReader();
  const given = Object.fromEntries([...searchParams].filter(([, value]) => value !== ""));
  const read = exportInput.safeParse({ ...given, timeZone });
  if (!read.success) return refusal(read.error.issues[0]?.message ?? "input.invalid", 400);
  try {
    const { url } = await (await serverApi()).activity.export(read.data);
    return new Response(null, { status: 302, headers: { Location: url, "Cache-Control": "no-store" } });
  } catch (refused) {
    if (!(refused instanceof TRPCError) || !(refused.cause instanceof DomainError)) throw refused;
    return refusal(refused.cause.code, getHTTPStatusCodeFromError(refused));
  }
}
