import { TRPCError } from "@trpc/server";
import { bibtex, type Citable, cslJson, ris } from "@/domain/citations";

const formats = {
  bib: { type: "application/x-bibtex; charset=utf-8", write: bibtex },
  ris: { type: "application/x-research-info-systems; charset=utf-8", write: ris },
  json: {
    type: "application/vnd.citationstyles.csl+json",
    write: (...work: Parameters<typeof cslJson>) => `${JSON.stringify(cslJson(...work), null, 2)}\n`,
  },
} as const;

const isFormat = (name: string): name is keyof typeof formats => Object.hasOwn(formats, name);

type Page = { state: "published" } | { state: "withdrawn" } | { state: "moved"; slug: string };

async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (refused) {
    if (refused instanceof TRPCError && ["NOT_FOUND", "BAD_REQUEST"].includes(refused.code)) return null;
    throw refused;
  }
}

/** The citation of a public page as a file for reference managers. */
export async function cited<T extends Page>(
  format: string,
  path: "outputs" | "practices",
  load: () => Promise<T>,
  citationOf: (page: Extract<T, { state: "published" }>) => Citable,
): Promise<Response> {
  const page = isFormat(format) ? await orNull(load()) : null;
  if (!isFormat(format) || page === null) return new Response("Not found.", { status: 404 });
  if (page.state === "withdrawn") return new Response("No longer public.", { status: 410 });
  if (page.state === "moved") {
    return new Response(null, { status: 308, headers: { Location: `/${path}/${page.slug}/cite/${format}` } });
  }
  const { type, write } = formats[format];
  const work = citationOf(page as Extract<T, { state: "published" }>);
  return new Response(write(work), {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${work.slug}.${format}"`,
      "Cache-Control": "public, max-age=300",
    },
  });
}
