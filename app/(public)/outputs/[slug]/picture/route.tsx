import { readFile } from "node:fs/promises";
import path from "node:path";
import { LRUCache } from "lru-cache";
import { ImageResponse } from "next/og";
import { SharePicture } from "@/components/publications/share-picture";
import { getTranslations } from "@/messages/server";
import { orNull, serverApi } from "@/server/trpc/rsc";

const size = { width: 1200, height: 630 };

/** Rendered pictures by their texts, because drawing one takes a quarter of a second. */
const drawn = new LRUCache<string, ArrayBuffer>({ max: 200 });

const fontFile = (name: string) => path.join(process.cwd(), "node_modules/pdfjs-dist/standard_fonts", name);
let fonts: Promise<Buffer[]> | undefined;
const readFonts = () =>
  (fonts ??= Promise.all(
    ["LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"].map((name) => readFile(fontFile(name))),
  ));

/** The picture of a public output for messengers and social networks. */
export async function GET(_request: Request, { params }: RouteContext<"/outputs/[slug]/picture">): Promise<Response> {
  const { slug } = await params;
  const page = await orNull((await serverApi()).public.output({ slug }));
  if (page?.state !== "published") return new Response("Not found.", { status: 404 });
  const types = await getTranslations("programme.outputTypes");
  const texts = {
    title: page.title,
    kind: types(page.type),
    authors: page.organisations.map((one) => one.shortName).join(", "),
    project: page.project.acronym,
  };
  const key = JSON.stringify(texts);
  let picture = drawn.get(key);
  if (picture === undefined) {
    const [regular, bold] = await readFonts();
    if (regular === undefined || bold === undefined) throw new Error("The fonts of the picture are missing.");
    const name = "Liberation Sans";
    const response = new ImageResponse(<SharePicture {...texts} />, {
      ...size,
      fonts: [
        { name, data: regular, weight: 400 },
        { name, data: bold, weight: 700 },
      ],
    });
    picture = await response.arrayBuffer();
    drawn.set(key, picture);
  }
  return new Response(picture, { headers: { "Content-Type": "image/png", "Cache-Control": "public, max-age=86400" } });
}
