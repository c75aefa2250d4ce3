import { archiveAddress } from "@/server/signed-address";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";

/** The newest version of each file as one archive; `?all=1` for every version, `?file=` for those of one file. */
export async function GET(request: Request, { params }: { params: Promise<{ outputId: string }> }): Promise<Response> {
  const { outputId } = await params;
  await requireActor(`/api/outputs/${outputId}/archive`);
  const query = new URL(request.url).searchParams;
  const input = { outputId, fileId: query.get("file") ?? undefined, all: query.get("all") === "1" };
  const archive = await orNotFound((await serverApi()).outputs.archive(input));
  const Location = archiveAddress(archive.versionIds, archive.name, new Date());
  return new Response(null, { status: 302, headers: { Location, "Cache-Control": "no-store" } });
}
