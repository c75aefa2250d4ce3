import { sitemapXml } from "@/domain/sitemap";
import { env } from "@/server/env";
import { serverApi } from "@/server/trpc/rsc";

/** One of the sitemaps of a site with many public pages. */
export async function GET(_request: Request, { params }: RouteContext<"/sitemap/[page]">): Promise<Response> {
  const { page } = await params;
  if (!/^\d{1,4}$/.test(page)) return new Response("Not found.", { status: 404 });
  const { addresses } = await (await serverApi()).public.addresses({ page: Number(page) });
  if (addresses.length === 0) return new Response("Not found.", { status: 404 });
  return new Response(sitemapXml(env().APP_URL, addresses), {
    headers: { "Content-Type": "application/xml; charset=utf-8", "Cache-Control": "public, max-age=3600" },
  });
}
