import { connection } from "next/server";
import { sitemapIndexXml, sitemapXml } from "@/domain/sitemap";
import { env } from "@/server/env";
import { serverApi } from "@/server/trpc/rsc";

/** The sitemap of all public pages; with more of them than one may hold, the index of several. */
export async function GET(): Promise<Response> {
  // Not at build time, when there is no database.
  await connection();
  const list = await (await serverApi()).public.addresses({ page: 0 });
  const site = env().APP_URL;
  const xml = list.pages > 1 ? sitemapIndexXml(site, list.pages) : sitemapXml(site, list.addresses);
  return new Response(xml, {
    headers: { "Content-Type": "application/xml; charset=utf-8", "Cache-Control": "public, max-age=3600" },
  });
}
