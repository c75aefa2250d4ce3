/** What a citation of a public output or practice is made of. */
export interface Citable {
  slug: string;
  title: string;
  /** People who agreed to be named, else organisations. */
  authors: readonly string[];
  /** YYYY-MM-DD. */
  publishedOn: string;
  /** The project, by its acronym. */
  publisher: string;
  url: string;
  /** BCP 47. */
  language: string;
  abstract: string;
  keywords: readonly string[];
  /** An SPDX identifier. */
  licence: string;
}

/** The authors of a citation: people are named before organisations, which are named when no person is. */
export const authorsOf = (people: readonly string[], organisations: readonly string[]): readonly string[] =>
  people.length > 0 ? people : organisations;

const yearOf = ({ publishedOn }: Citable) => publishedOn.slice(0, 4);
const oneLine = (text: string) => text.replace(/\s+/gu, " ").trim();
const sentence = (text: string) => (/[.?!…]$/u.test(text) ? text : `${text}.`);

/** Authors in a reference list: up to twenty are named, of more the first nineteen and the last (APA, 7th edition). */
function apaAuthors(authors: readonly string[]): string {
  const [last = "", ...before] = [...authors].reverse();
  const others = before.reverse();
  if (others.length === 0) return last;
  if (authors.length > 20) return `${others.slice(0, 19).join(", ")}, … ${last}`;
  return `${others.join(", ")}, & ${last}`;
}

/** A reference in the style of the American Psychological Association, 7th edition, as plain text. */
export function apa(work: Citable): string {
  const title = sentence(oneLine(work.title));
  const year = `(${yearOf(work)}).`;
  const head = work.authors.length > 0 ? `${sentence(apaAuthors(work.authors))} ${year} ${title}` : `${title} ${year}`;
  return `${head} ${sentence(work.publisher)} ${work.url}`;
}

const bibtexEscapes: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  // BibTeX counts the braces of a field, also those after a backslash.
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};
const bibtexText = (text: string) =>
  oneLine(text).replace(/[\\{}$&%#_~^]/gu, (character) => bibtexEscapes[character] ?? `\\${character}`);

/** An entry for BibTeX. Names and titles are in double braces, so that they are neither split nor lower-cased. */
export function bibtex(work: Citable): string {
  const fields = {
    title: `{${bibtexText(work.title)}}`,
    author: work.authors.map((author) => `{${bibtexText(author)}}`).join(" and "),
    year: yearOf(work),
    date: work.publishedOn,
    publisher: `{${bibtexText(work.publisher)}}`,
    // An address is verbatim, apart from braces, which would end the field.
    url: encodeURI(decodeURI(work.url)).replace(/[{}]/gu, encodeURIComponent),
    language: work.language,
    keywords: work.keywords.map(bibtexText).join(", "),
    note: bibtexText(`Licence: ${work.licence}`),
    abstract: bibtexText(work.abstract),
  };
  const lines = Object.entries(fields).flatMap(([name, value]) => (value === "" ? [] : [`  ${name} = {${value}},`]));
  return [`@misc{${work.slug},`, ...lines, "}", ""].join("\n");
}

/** A record in the RIS format of reference managers; its lines end with CR LF. */
export function ris(work: Citable): string {
  const [year = "", month = "", day = ""] = work.publishedOn.split("-");
  const lines: (readonly [string, string])[] = [
    ["TY", "GEN"],
    ["ID", work.slug],
    ["TI", work.title],
    ...work.authors.map((author) => ["AU", author] as const),
    ["PY", year],
    ["DA", `${year}/${month}/${day}`],
    ["PB", work.publisher],
    ["UR", work.url],
    ["LA", work.language],
    ...work.keywords.map((keyword) => ["KW", keyword] as const),
    ["AB", work.abstract],
    ["N1", `Licence: ${work.licence}`],
    ["ER", ""],
  ];
  return lines.map(([tag, value]) => `${tag}  - ${oneLine(value)}\r\n`).join("");
}

/** An item of the Citation Style Language, version 1.0.2. */
export function cslJson(work: Citable): object[] {
  const issued = work.publishedOn.split("-").map(Number);
  return [
    {
      id: work.slug,
      type: "document",
      title: oneLine(work.title),
      author: work.authors.map((literal) => ({ literal })),
      issued: { "date-parts": [issued] },
      publisher: work.publisher,
      URL: work.url,
      language: work.language,
      abstract: oneLine(work.abstract),
      ...(work.keywords.length > 0 ? { keyword: work.keywords.join(", ") } : {}),
      note: `Licence: ${work.licence}`,
    },
  ];
}
