export type Repair =
  | "stray_spaces"
  | "letter_for_digit"
  | "digit_for_letter"
  | "missing_round"
  | "missing_hyphen"
  | "serial_length"
  | "field_missing";

const asDigit: Readonly<Record<string, string>> = { O: "0", Q: "0", D: "0", I: "1", L: "1", Z: "2", S: "5", B: "8" };
const asLetter: Readonly<Record<string, string>> = { "0": "O", "1": "I", "5": "S", "8": "B" };

const digits = (text: string): string => text.replace(/[A-Z]/g, (letter) => asDigit[letter] ?? letter);
const letters = (text: string): string => text.replace(/\d/g, (digit) => asLetter[digit] ?? digit);

const like = {
  year: /^[2Z][0OQ][0-9OQILZSB]{2}$/,
  round: /^[0-9ILZOSB]$/,
  agency: /^[A-Z0158]{2}[0-9OQILZSB]{2}$/,
  action: /^[A-Z]A[0-9OQDILZSB]{3}$/,
  field: /^[A-Z0158]{3}$/,
  serial: /^[0-9OQDILZSB]{1,12}$/,
};

interface RepairState {
  text: string;
  problems: Repair[];
}

function repairStep(problems: Repair[], text: string, repaired: string, problem: Repair): string {
  if (text !== repaired && !problems.includes(problem)) problems.push(problem);
  return repaired;
}

/** Inserts hyphens into a reference written without them. */
function hyphenated(text: string): string {
  const bare = text.replace(/-/g, "");
  const found = /^(20\d\d)([1-3])([A-Z]{2}\d{2})(KA\d{3})([A-Z]{3})?(\d{6,9})$/.exec(bare);
  return found ? found.slice(1).filter(Boolean).join("-") : text;
}

function repairAgencyReference(text: string, problems: Repair[]): string | null {
  const tokens = text.split("-");
  const [first = ""] = tokens;
  if (!like.year.test(first)) return null;
  let rest = tokens.slice(1);
  const [maybeRound = ""] = rest;
  let round = "1";
  if (like.round.test(maybeRound)) {
    round = repairStep(problems, maybeRound, digits(maybeRound), "letter_for_digit");
    rest = rest.slice(1);
  } else problems.push("missing_round");
  const [agency = "", action = "", ...tail] = rest;
  if (!like.agency.test(agency) || !like.action.test(action) || tail.length < 1 || tail.length > 2) return null;
  const country = repairStep(problems, agency.slice(0, 2), letters(agency.slice(0, 2)), "digit_for_letter");
  const number = repairStep(problems, agency.slice(2), digits(agency.slice(2)), "letter_for_digit");
  const code = repairStep(problems, action.slice(2), digits(action.slice(2)), "letter_for_digit");
  const [serial = "", field] = [...tail].reverse();
  if (!like.serial.test(serial) || (field !== undefined && !like.field.test(field))) return null;
  const suffix = field === undefined ? undefined : repairStep(problems, field, letters(field), "digit_for_letter");
  const length = suffix === undefined ? 6 : 9;
  const plain = repairStep(problems, serial, digits(serial), "letter_for_digit");
  const unpadded = plain.replace(/^0+/, "").padStart(length, "0");
  const full = plain.length === length ? plain : unpadded;
  repairStep(problems, plain, full, "serial_length");
  const year = repairStep(problems, first, digits(first), "letter_for_digit");
  return [year, round, country + number, `KA${code}`, ...(suffix === undefined ? [] : [suffix]), full].join("-");
}

/** The reference that an invalid text probably means, and the first problem in it. */
export function repair(text: string): { text: string; problem: Repair } | null {
  const state: RepairState = { text, problems: [] };
  state.text = repairStep(state.problems, state.text, state.text.replace(/\s+/g, ""), "stray_spaces");
  // Numbers of schools in an exchange have an additional suffix after an underscore.
  const parted = state.text.replace(/[/.]|_(?![1-6]$)/g, "-");
  state.text = repairStep(state.problems, state.text, hyphenated(parted), "missing_hyphen");
  const oid = /^[E3]([0-9OQDILZSB]{8})$/.exec(state.text);
  const repaired = repairAgencyReference(state.text, state.problems);
  if (repaired !== null) state.text = repaired;
  else if (oid && state.text.startsWith("E")) {
    state.text = repairStep(state.problems, state.text, `E${digits(oid[1] ?? "")}`, "letter_for_digit");
  }
  const [problem] = state.problems;
  return problem === undefined ? null : { text: state.text, problem };
}
