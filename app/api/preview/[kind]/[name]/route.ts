import { readFile } from "node:fs/promises";
import { join } from "node:path";

const kinds: Readonly<Record<string, string>> = {
  cmaps: "application/octet-stream",
  standard_fonts: "application/octet-stream",
  wasm: "application/wasm",
};

/** Character maps, fallback fonts and decoders for rendering PDFs, so that nothing is loaded from other servers. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ kind: string; name: string }> },
): Promise<Response> {
  const { kind, name } = await params;
  const type = kinds[kind];
  if (!type || !/^[\w.-]+$/.test(name)) return new Response(null, { status: 404 });
  const folder = join(/* turbopackIgnore: true */ process.cwd(), "node_modules", "pdfjs-dist", kind, name);
  const content = await readFile(folder).catch(() => null);
  if (!content) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(content), {
    headers: {
      "Content-Type": name.endsWith(".js") ? "text/javascript" : type,
      "Cache-Control": "public, max-age=604800",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
