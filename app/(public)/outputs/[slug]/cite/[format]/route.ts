import { citationOf } from "@/domain/public-citation";
import { env } from "@/server/env";
import { serverApi } from "@/server/trpc/rsc";
import { cited } from "../../../../cited";

/** The citation of a public output as a file for reference managers. */
export async function GET(_request: Request, { params }: RouteContext<"/outputs/[slug]/cite/[format]">) {
  const { slug, format } = await params;
  const load = async () => (await serverApi()).public.output({ slug });
  return cited(format, "outputs", load, (page) => citationOf(page, `${env().APP_URL}/outputs/${page.slug}`));
}
