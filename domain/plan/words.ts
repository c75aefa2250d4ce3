import { foldText } from "../folding";

export type Column = "number" | "title" | "workPackage" | "lead" | "start" | "end";

/** Words of headings in the languages of the product, folded; the first column that fits is taken. */
const headings: readonly (readonly [Column, readonly string[]])[] = [
  ["lead", "lead leader leading responsible partner organisation organization".split(" ")],
  ["lead", "federführend federführung leitung verantwortlich zuständig einrichtung".split(" ")],
  ["lead", "líder responsable entidad socio pilote chef organisme partenaire".split(" ")],
  ["lead", "responsabile capofila ente lider odpowiedzialny instytucja υπεύθυνος επικεφαλής οργανισμός".split(" ")],
  ["start", "start starts begin beginn beginnt inicio début inizio początek rozpoczęcie έναρξη".split(" ")],
  ["end", "due deadline end ends month months date delivery when until".split(" ")],
  ["end", "fällig ende monat monate datum frist termin fecha fin mes meses plazo entrega".split(" ")],
  ["end", "échéance mois livraison fine mese mesi data scadenza consegna".split(" ")],
  ["end", "koniec miesiąc zakończenie λήξη προθεσμία μήνας ημερομηνία παράδοση".split(" ")],
  ["number", "no nr n nº number num code id nummer número numéro numero código codice numer lp kod".split(" ")],
  ["number", "αριθμός κωδικός αα".split(" ")],
  ["title", "title name output outputs result results deliverable deliverables activity activities task".split(" ")],
  ["title", "titel bezeichnung ergebnis ergebnisse aktivität título nombre resultado resultados actividad".split(" ")],
  ["title", "titre nom résultat livrable activité titolo nome risultato prodotto attività".split(" ")],
  ["title", "tytuł nazwa rezultat działanie τίτλος όνομα αποτέλεσμα παραδοτέο δραστηριότητα".split(" ")],
];

/** Words of headings for amounts of time, which are no day: "Effort (person-months)", "Duration". */
const amounts = new Set(
  [
    ..."effort person persons duration length aufwand personen dauer esfuerzo persona duración".split(" "),
    ..."personne durée impegno persone durata nakład trwania προσπάθεια διάρκεια".split(" "),
  ].map(foldText),
);

/** Whether a heading names an amount of time, such as person-months. */
export const namesAmount = (cell: string): boolean =>
  foldText(cell)
    .split(" ")
    .some((word) => amounts.has(word));

const packageNames = [
  ..."wp ap pt lt πε arbeitspaket".split(" "),
  ...["work package", "workpackage", "paquete de trabajo", "lot de travail"],
  ...["pacchetto di lavoro", "pakiet roboczy", "πακετο εργασιας"],
];

const columnOf = new Map(headings.flatMap(([column, words]) => words.map((word) => [foldText(word), column] as const)));

/** The column that a heading names; null for other text. */
export function headingColumn(cell: string): Column | null {
  const heading = foldText(cell);
  if (heading.length > 60 || /\d/u.test(heading)) return null;
  const words = heading.split(" ");
  const found = headings
    .map(([column]) => column)
    .find((column) => words.some((word) => columnOf.get(word) === column));
  const namesPackage = packageNames.some((name) => ` ${heading} `.includes(` ${name} `));
  // "Title of the work package" is its title, "Work package" the one that a line belongs to.
  if (namesPackage && (found === undefined || found === "number")) return "workPackage";
  return found === "end" && namesAmount(cell) ? null : (found ?? null);
}

/** What a number in a plan is for, by the letters before it. */
export type CodeKind = "work_package" | "output" | "event" | "task";

const codeKinds = new Map<string, CodeKind>([
  ...packageNames.map((name) => [name, "work_package"] as const),
  ...["o io pr r d", "output result deliverable ergebnis resultado livrable risultato rezultat παραδοτεο"]
    .flatMap((names) => names.split(" "))
    .map((name) => [name, "output"] as const),
  ...["intellectual output", "project result"].map((name) => [name, "output"] as const),
  ...["e", "me", "multiplier event"].map((name) => [name, "event"] as const),
  ...["t a c m ms tpm ltta", "task activity meeting milestone aktivität actividad activité attività działanie"]
    .flatMap((names) => names.split(" "))
    .map((name) => [foldText(name), "task"] as const),
]);

/** A number as plans write it: "WP1", "1", "1.1", "D1.1", "IO 2"; `kind` is null without letters. */
export type Code = { kind: CodeKind | null; parts: readonly number[] };

/** Reads the whole text as a number of a plan; null for other text. */
export function readCode(text: string): Code | null {
  const [, letters = "", numbers = ""] = /^(\D*?)\s?(\d{1,3}(?: \d{1,3}){0,3})$/u.exec(foldText(text)) ?? [];
  if (numbers === "") return null;
  const kind = letters === "" ? null : codeKinds.get(letters);
  return kind === undefined ? null : { kind, parts: numbers.split(" ").map(Number) };
}

/** The number that a title begins with, and the rest of it: "WP1 – Management", "1.1 Handbook". */
export function codeInTitle(title: string): { number: string; rest: string } | null {
  const [, number, rest] =
    /^(\p{L}(?:\p{L}[\p{L} ]{0,24}?[ .]?)?\d{1,3}(?:\.\d{1,3})*|\d{1,3}(?:\.\d{1,3})+)\.?[\s:)–—-]+(\S.*)$/u.exec(
      title,
    ) ?? [];
  if (number === undefined || rest === undefined || readCode(number) === null) return null;
  return { number, rest };
}
