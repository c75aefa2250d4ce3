import { hash } from "node:crypto";
import type { HtmlEscapedString } from "hono/utils/html";
import { LRUCache } from "lru-cache";
import { getReader } from "@/messages/server";
import type { Reader } from "@/messages/formatters";

/** Renders plain data to markup for a reader. Links are allowed, client components are not. */
export type Draw<Data extends object> = (data: Data, reader: Reader) => Promise<HtmlEscapedString>;

type Props<Data extends object> = {
  /** Part of the cache key, so unique among pictures. */
  name: string;
  /** All data of the picture, as plain data. */
  data: Data;
  draw: Draw<Data>;
  className?: string | undefined;
};

const maxCharacters = 16_000_000;
const rendered = new LRUCache<string, string>({ maxSize: maxCharacters, sizeCalculation: (markup) => markup.length });
// In development pictures are rendered again for every page, so that an edit shows without a restart.
const caches = process.env.NODE_ENV !== "development";

/** The markup of a picture, rendered once for each name, reader and data. */
export async function renderPicture<Data extends object>(
  { name, data, draw }: Pick<Props<Data>, "name" | "data" | "draw">,
  reader: Reader,
): Promise<string> {
  const key = hash("sha1", JSON.stringify([name, reader.locale, reader.timeZone, data]), "base64url");
  const cached = caches ? rendered.get(key) : undefined;
  if (cached !== undefined) return cached;
  const markup = String(await draw(data, reader));
  rendered.set(key, markup);
  return markup;
}

/** Puts a picture into a page. Values are escaped by hono/jsx, which the picture files use. */
export async function Picture<Data extends object>({ className = "contents", ...picture }: Props<Data>) {
  const markup = await renderPicture(picture, await getReader());
  return <div className={className} dangerouslySetInnerHTML={{ __html: markup }} />;
}
