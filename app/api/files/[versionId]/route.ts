import { TRPCError } from "@trpc/server";
import { getTranslations } from "@/messages/server";
import { fileAddress } from "@/server/signed-address";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";

/** Checks the rights, then redirects to a signed address of the content, valid for minutes. */
export async function GET(request: Request, { params }: { params: Promise<{ versionId: string }> }): Promise<Response> {
  const { versionId } = await params;
  await requireActor(`/api/files/${versionId}`);
  try {
    const version = await orNotFound((await serverApi()).outputs.version({ versionId }));
    const inline = new URL(request.url).searchParams.get("show") === "1";
    const Location = fileAddress(version.id, new Date(), { inline });
    return new Response(null, { status: 302, headers: { Location, "Cache-Control": "no-store" } });
  } catch (refused) {
    if (!(refused instanceof TRPCError) || refused.code !== "CONFLICT") throw refused;
    const t = await getTranslations("problems.file");
    // A link may be used after its version was withdrawn or removed.
    return new Response(t("withdrawn"), { status: 410, headers: { "Content-Type": "text/plain; charset=utf-8" } });
  }
}
