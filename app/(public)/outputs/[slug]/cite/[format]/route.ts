import { bibtex, cslJson, ris } from "@/domain/citations";
import { citationOf } from "@/domain/public-citation";
import { env } from "@/server/env";
import { serverApi } from "@/server/trpc/rsc";
import { TRPCError } from "@trpc/server";

type Params = RouteContext<"/outputs/[slug]/cite/[format]">;

const formats = {
  bib: { type: "application/x-bibtex; charset=utf-8", write: bibtex },
  ris: { type: "application/x-research-info-systems; charset=utf-8", write: ris },
  json: {
    type: "application/vnd.citationstyles.csl+json",
    write: (...work: Parameters<typeof cslJson>) => `${JSON.stringify(cslJson(...work), null, 2)}\n`,
  },
} as const;

const isFormat = (name: string): name is keyof typeof formats => Object.hasOwn(formats, name);

async function find(slug: string) {
  try {
    return await (await serverApi()).public.output({ slug });
  } catch (refused) {
    if (refused instanceof TRPCError && ["NOT_FOUND", "BAD_REQUEST"].includes(refused.code)) return null;
    throw refused;
  }
}

/** The citation of a public output as a file for reference managers. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { slug, format } = await params;
  const page = isFormat(format) ? await find(slug) : null;
  if (!isFormat(format) || page === null) return new Response("Not found.", { status: 404 });
  if (page.state === "withdrawn") return new Response("No longer public.", { status: 410 });
  if (page.state === "moved") {
    return new Response(null, { status: 308, headers: { Location: `/outputs/${page.slug}/cite/${format}` } });
  }
  const { type, write } = formats[format];
  return new Response(write(citationOf(page, `${env().APP_URL}/outputs/${page.slug}`)), {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${page.slug}.${format}"`,
      "Cache-Control": "public, max-age=300",
    },
  });
}
