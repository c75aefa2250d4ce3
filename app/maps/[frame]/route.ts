import { outlinesOf } from "@/components/pictures/atlas";
import { FRAMES, isFrame, viewOf } from "@/components/pictures/map-geometry";

export const dynamic = "force-static";

/** The outlines of a view: rendered by the build, cached by browsers, coloured by the page that uses them. */
export async function GET(_request: Request, { params }: { params: Promise<{ frame: string }> }): Promise<Response> {
  const frame = (await params).frame.replace(/\.svg$/, "");
  if (!isFrame(frame)) return new Response(null, { status: 404 });
  const { width, height } = viewOf(frame);
  const paths = [...outlinesOf(frame)].map(([key, outline]) => `<path id="c${key}" d="${outline}"/>`).join("");
  return new Response(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(height)}"><g id="land">${paths}</g></svg>`,
    { headers: { "content-type": "image/svg+xml", "cache-control": "public, max-age=604800" } },
  );
}

export function generateStaticParams(): { frame: string }[] {
  return FRAMES.map((frame) => ({ frame: `${frame}.svg` }));
}
