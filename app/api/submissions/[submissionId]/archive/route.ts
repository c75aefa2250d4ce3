import { outputCode } from "@/domain/outputs";
import { archiveAddress } from "@/server/signed-address";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";

/** The versions of a submission as one archive. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ submissionId: string }> },
): Promise<Response> {
  const { submissionId } = await params;
  await requireActor(`/api/submissions/${submissionId}/archive`);
  const submission = await orNotFound((await serverApi()).reviews.submission({ submissionId }));
  const { number, title } = submission.output;
  const name = `${outputCode(number)} ${title}`.slice(0, 110) + ` (${submission.number})`;
  const ids = submission.versions.map((version) => version.id);
  const Location = archiveAddress(ids, name, new Date());
  return new Response(null, { status: 302, headers: { Location, "Cache-Control": "no-store" } });
}
