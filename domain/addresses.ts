// Format characters (soft hyphen, zero-width and bidirectional marks, byte order mark) come along when an address is
// copied, cannot be seen, and belong to no mailbox.
const invisible = /\p{Cf}/gu;
// Word processors replace the apostrophe of a name with a typographic one.
const typographicApostrophe = /(?<=[\p{L}\p{N}])[‘’ʼ](?=[\p{L}\p{N}])/gu;

const cleanAddressText = (text: string) =>
  text.replace(invisible, "").normalize("NFC").replace(typographicApostrophe, "'");

/** The form in which addresses are stored and compared: without format characters, trimmed, NFC, lower case. */
export const normaliseAddress = (text: string): string => cleanAddressText(text).trim().toLowerCase().normalize("NFC");

const localCharacters = "\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-";
const localPart = new RegExp(`^(?=.{1,64}$)[${localCharacters}]+(?:\\.[${localCharacters}]+)*$`, "u");
const label = /^(?=.{1,63}$)[\p{L}\p{Nd}](?:[\p{L}\p{M}\p{Nd}-]*[\p{L}\p{M}\p{Nd}])?$/u;
const topLabel = /\p{L}/u;

function isAddress(text: string): boolean {
  const at = text.lastIndexOf("@");
  const domain = text.slice(at + 1);
  const labels = domain.split(".");
  return (
    text.length <= 254 &&
    localPart.test(text.slice(0, Math.max(at, 0))) &&
    labels.length >= 2 &&
    labels.every((one) => label.test(one)) &&
    topLabel.test(labels.at(-1) ?? "") &&
    // Refuses names that no domain name system accepts, such as broken Punycode.
    URL.canParse(`http://${domain}`)
  );
}

/**
 * Reads one e-mail address in normalised form; null when it is none. The part before the @ holds letters, digits and
 * the signs that RFC 5322 allows without quotes; the labels after it hold letters, digits and inner hyphens.
 */
export function readAddress(text: string): string | null {
  const address = normaliseAddress(text);
  return isAddress(address) ? address : null;
}

const quotes = '"“”„‟«»‹›';
const separators = new RegExp(`[\\s<>,;:()[\\]${quotes}]+`, "u");
// Names with a comma or semicolon, as e-mail programs write them: "Ruiz, Ana" <ana@example.org>.
const quotedName = /["“„«][^"“”«»\n]*["”“»](?=\s*<)/gu;
const outerMarks = new RegExp(`^[^${localCharacters}]+`, "u");
const domainCharacters = /^[\p{L}\p{M}\p{N}.-]*/u;
// What may follow an address in a paste: punctuation, or the path or query of a link without a second address.
const afterAddress = /^(?:[/?#][^@]*|[^\p{L}\p{N}@]*)$/u;
const enclosing = /^['‘’`*_|~]+/u;
const hasLetter = /[\p{L}\p{N}]/u;
const looksLikeAddress = (word: string) => word.includes("@") || /[^.]\.[\p{L}\p{N}-]{2,}$/u.test(word);

/** The address that a pasted word contains between quotes, ellipses, slashes and the query of a link; else null. */
function addressOfWord(word: string): string | null {
  const start = word.replace(outerMarks, "");
  const at = start.indexOf("@");
  if (at < 0) return null;
  const tail = start.slice(at + 1);
  const domain = domainCharacters.exec(tail)?.[0] ?? "";
  const after = tail.slice(domain.length);
  if (!afterAddress.test(after)) return null;
  // An apostrophe can be part of an address: it is a quotation mark only where one encloses the whole address.
  const mark = enclosing.exec(start)?.[0];
  const isEnclosed = mark !== undefined && after.startsWith(mark.charAt(mark.length - 1));
  const local = start.slice(isEnclosed ? mark.length : 0, at);
  return readAddress(`${local}@${domain.replace(/\.+$/u, "")}`);
}

type Chunk = { text: string; words: string[]; addresses: string[]; invalid: string[] };

/** A text between two commas, read. */
function readChunk(text: string): Chunk {
  const words = text.split(separators).filter((word) => hasLetter.test(word));
  const read = words.map((word) => ({ word, address: addressOfWord(word) }));
  return {
    text: text.trim(),
    words,
    addresses: read.flatMap(({ address }) => address ?? []),
    invalid: read.flatMap(({ word, address }) => (address === null && looksLikeAddress(word) ? [word] : [])),
  };
}

/** The words after the last address of a chunk, without a comment in parentheses. */
function wordsAfterAddress({ text, words, addresses }: Chunk): string[] {
  const last = words.findLastIndex((word) => addressOfWord(word) === addresses.at(-1));
  const rest = words.slice(last + 1);
  return /\([^()]*\)$/u.test(text) ? [] : rest;
}

const inAngles = /<[^<>]*@[^<>]*>/u;
const isLastName = (next: Chunk | undefined) => next !== undefined && inAngles.test(next.text);

/** Result of reading pasted addresses. */
export type PastedAddresses = {
  /** Each address once, in normalised form. */
  addresses: string[];
  /** Words that look like an address, and lines without an address, as they were written. */
  invalid: string[];
  /** Other text that is neither an address nor the name of a person in front of one. */
  ignored: string[];
};

/**
 * Reads the e-mail addresses of a pasted text, in any notation of e-mail programs, lists and tables. Everything that is
 * not an address is in `invalid` or `ignored`, except names of people in front of an address.
 */
export function readPastedAddresses(text: string): PastedAddresses {
  const found: PastedAddresses = { addresses: [], invalid: [], ignored: [] };
  const clean = cleanAddressText(text)
    .replace(/\bmailto:/giu, " ")
    .replace(quotedName, (name) => name.replace(/[,;]/gu, " "));
  for (const part of clean.split(/[;\n\r]/u)) {
    const chunks = part.split(",").map(readChunk);
    const addresses = chunks.flatMap((chunk) => chunk.addresses);
    const invalid = chunks.flatMap((chunk) => chunk.invalid);
    found.addresses.push(...addresses);
    found.invalid.push(...invalid);
    if (addresses.length + invalid.length === 0) {
      if (hasLetter.test(part)) found.invalid.push(part.trim());
      continue;
    }
    chunks.forEach((chunk, index) => {
      if (chunk.addresses.length > 0) {
        const rest = wordsAfterAddress(chunk).filter((word) => !chunk.invalid.includes(word));
        if (rest.length > 0) found.ignored.push(rest.join(" "));
      } else if (chunk.invalid.length === 0 && chunk.words.length > 0 && !isLastName(chunks[index + 1])) {
        found.ignored.push(chunk.text);
      }
    });
  }
  const unique = (list: string[]) => [...new Set(list)];
  return { addresses: unique(found.addresses), invalid: unique(found.invalid), ignored: unique(found.ignored) };
}

/** All addresses of a pasted text with the invalid ones, so that the server reports these instead of dropping them. */
export function pastedAddressInput(text: string): string[] {
  const { addresses, invalid } = readPastedAddresses(text);
  return [...addresses, ...invalid];
}
