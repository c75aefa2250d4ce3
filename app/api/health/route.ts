import { health } from "@/server/health";

export const dynamic = "force-dynamic";

/** `/api/health?live` answers as long as the process lives; `/api/health` only when all it needs is there. */
export async function GET(request: Request): Promise<Response> {
  const headers = { "Cache-Control": "no-store" };
  if (new URL(request.url).searchParams.has("live")) return Response.json({ alive: true }, { headers });
  const state = await health();
  return Response.json(state, { status: state.ready ? 200 : 503, headers });
}
