import { practiceCitation } from "@/domain/public-citation";
import { env } from "@/server/env";
import { serverApi } from "@/server/trpc/rsc";
import { cited } from "../../../../cited";

/** The citation of a public practice as a file for reference managers. */
export async function GET(_request: Request, { params }: RouteContext<"/practices/[slug]/cite/[format]">) {
  const { slug, format } = await params;
  const load = async () => (await serverApi()).public.practice({ slug });
  return cited(format, "practices", load, (page) => practiceCitation(page, `${env().APP_URL}/practices/${page.slug}`));
}
