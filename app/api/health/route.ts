import { health } from "@/server/health";

export const dynamic = "force-dynamic";

/** `/api/health?live` succeeds while the process runs; `/api/health` only when the instance can serve requests. */
export async function GET(request: Request): Promise<Response> {
  const headers = { "Cache-Control": "no-store" };
  if (new URL(request.url).searchParams.has("live")) return Response.json({ alive: true }, { headers });
  const state = await health();
  return Response.json(state, { status: state.ready ? 200 : 503, headers });
}
