import { serverApi } from "@/server/trpc/rsc";

type Context = { params: Promise<{ token: string }> };

/** One-click unsubscribe for mail programs (RFC 8058); people get a page with a button. */
export async function POST(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const stopped = await (await serverApi()).public.stopMail({ token }).then(
    () => true,
    () => false,
  );
  return new Response(null, { status: stopped ? 200 : 404, headers: { "Cache-Control": "no-store" } });
}

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  return new Response(null, { status: 302, headers: { Location: `/stop/${token}`, "Cache-Control": "no-store" } });
}
