import { fileAddress } from "@/server/signed-address";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";

type Params = { params: Promise<{ attachmentId: string }> };

/** Checks the rights, then redirects to a signed address of the content, valid for minutes. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { attachmentId } = await params;
  await requireActor(`/api/attachments/${attachmentId}`);
  const file = await orNotFound((await serverApi()).attachments.get({ attachmentId }));
  const inline = new URL(request.url).searchParams.get("show") === "1";
  const Location = fileAddress(file.id, new Date(), { inline });
  return new Response(null, { status: 302, headers: { Location, "Cache-Control": "no-store" } });
}
