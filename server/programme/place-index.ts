import { distance } from "fastest-levenshtein";
import { distanceKm, type Coordinates } from "@/domain/programme/distance";

const folded: Readonly<Record<string, string>> = {
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  ı: "i",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ð: "d",
  ħ: "h",
  ς: "σ",
};

/** A name for comparison: without accents, case and punctuation. */
export const plainName = (name: string): string => {
  const lower = name.toLowerCase();
  if (/^[a-z0-9]*$/.test(lower)) return lower;
  return lower
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[ßøłđıæœþðħς]/g, (letter) => folded[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
};

export interface Place extends Coordinates {
  name: string;
  /** True when the country has another place of this name; this is the largest one. */
  isOneOfSeveral: boolean;
}

const farKm = 30;
const longestCompared = 40;
const mostNear = 3;

/** Two independent hashes of a text, used together as its key. */
function hashes(text: string): readonly [number, number] {
  let first = 0x811c9dc5;
  let second = 0x9e3779b9;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul(second ^ code, 0x85ebca6b) + ((second << 6) ^ (second >>> 2));
  }
  return [first >>> 0, second >>> 0];
}

const slotsAtFirst = 1 << 10;

/**
 * The places of one country by all their names. Names are stored as hashes in flat arrays: as strings they would take
 * ten times the memory.
 */
export class PlaceIndex {
  private readonly names: string[] = [];
  private readonly lats: number[] = [];
  private readonly lons: number[] = [];
  private readonly ranks: number[] = [];
  private first = new Uint32Array(slotsAtFirst);
  private second = new Uint32Array(slotsAtFirst);
  /** Index of the place of a name plus one; negative when several places have the name. */
  private owner = new Int32Array(slotsAtFirst);
  private used = 0;

  /** Of several places with the same name, the one with the highest rank is found. */
  add(place: { name: string; names: readonly string[]; rank: number } & Coordinates): void {
    const { name, names, rank, lat, lon } = place;
    // Copied, because a substring keeps the whole string in memory.
    const index = this.names.push(Buffer.from(name).toString()) - 1;
    this.lats.push(lat);
    this.lons.push(lon);
    this.ranks.push(rank);
    for (const key of new Set(names.map(plainName))) if (key !== "") this.enter(key, index);
  }

  /** The place with this name. */
  find(city: string): Place | null {
    const slot = this.slotOf(...hashes(plainName(city)));
    const owner = this.owner[slot] ?? 0;
    const index = Math.abs(owner) - 1;
    const position = this.positionOf(index);
    if (!position) return null;
    return { ...position, name: this.names[index] ?? city, isOneOfSeveral: owner < 0 };
  }

  /** Similar names, the most similar and largest first. */
  near(city: string): readonly string[] {
    const wanted = plainName(city).slice(0, longestCompared);
    if (wanted.length < 3) return [];
    const most = wanted.length < 6 ? 1 : 2;
    const found = this.names.flatMap((name, index) => {
      const longer = name.length - wanted.length;
      const mayBegin = longer > 0 && name[0]?.toLowerCase() === wanted[0];
      // Accents and punctuation change the length of a name, which is compared without them.
      if (Math.abs(longer) > most + 2 && !mayBegin) return [];
      const plain = plainName(name);
      const apart = plain.startsWith(wanted) ? 1 : distance(wanted, plain);
      return apart <= most ? [{ name, apart, rank: this.ranks[index] ?? 0 }] : [];
    });
    found.sort((a, b) => a.apart - b.apart || b.rank - a.rank);
    return [...new Set(found.map(({ name }) => name))].slice(0, mostNear);
  }

  private positionOf(index: number): Coordinates | null {
    const [lat, lon] = [this.lats[index], this.lons[index]];
    return lat === undefined || lon === undefined ? null : { lat, lon };
  }

  private slotOf(first: number, second: number): number {
    const mask = this.owner.length - 1;
    let slot = first & mask;
    while (this.owner[slot] !== 0 && (this.first[slot] !== first || this.second[slot] !== second)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private enter(key: string, index: number): void {
    if (this.used * 2 >= this.owner.length) this.grow();
    const [first, second] = hashes(key);
    const slot = this.slotOf(first, second);
    const known = this.owner[slot] ?? 0;
    if (known === 0) this.used += 1;
    const [owner, several] = this.better(known, index);
    this.first[slot] = first;
    this.second[slot] = second;
    this.owner[slot] = several ? -owner : owner;
  }

  /** Which of two places is found by their common name, and whether the name is ambiguous. */
  private better(known: number, index: number): readonly [owner: number, several: boolean] {
    const before = Math.abs(known) - 1;
    const [old, now] = [this.positionOf(before), this.positionOf(index)];
    if (!old || !now) return [index + 1, false];
    const several = known < 0 || distanceKm(old, now) > farKm;
    const isLarger = (this.ranks[index] ?? 0) > (this.ranks[before] ?? 0);
    return [(isLarger ? index : before) + 1, several];
  }

  private grow(): void {
    const { first, second, owner } = this;
    const size = owner.length * 2;
    this.first = new Uint32Array(size);
    this.second = new Uint32Array(size);
    this.owner = new Int32Array(size);
    for (let from = 0; from < owner.length; from += 1) {
      if (owner[from] === 0) continue;
      const slot = this.slotOf(first[from] ?? 0, second[from] ?? 0);
      this.first[slot] = first[from] ?? 0;
      this.second[slot] = second[from] ?? 0;
      this.owner[slot] = owner[from] ?? 0;
    }
  }
}
