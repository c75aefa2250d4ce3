import { TRPCError } from "@trpc/server";
import { getTranslations } from "@/messages/server";
import { fileAddress } from "@/server/files/signed-address";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";

/** Looks at the rights, then leads to an address of the content that holds for minutes. */
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
    // Kept links outlive what they led to.
    return new Response(t("withdrawn"), { status: 410, headers: { "Content-Type": "text/plain; charset=utf-8" } });
  }
}
