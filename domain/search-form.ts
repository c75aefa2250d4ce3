/** Code points as a character class: "41-5A B7" are the letters A to Z and the middle dot. */
const characterClass = (codes: string): string =>
  `[${codes
    .split(" ")
    .map((range) =>
      range
        .split("-")
        .map((code) => `\\u{${code}}`)
        .join("-"),
    )
    .join("")}]`;

/** Accents and vowel points, soft hyphens, and other characters that are not seen or part one word (as in "col·legi"). */
const removed = characterClass(
  "AD B7 300-36F 483-487 591-5BD 5BF 5C1-5C2 5C4-5C5 5C7 610-61A 640 64B-65F 670 6D6-6DC 6DF-6E4 6E7-6E8 6EA-6ED 1AB0-1AFF 1DC0-1DFF 200B-200F 202A-202E 2060-206F 20D0-20FF 3099-309A FE00-FE0F FE20-FE2F FEFF",
);

/** Everything between words: white space, punctuation with all kinds of apostrophes, and symbols. */
const separators = characterClass(
  "1-2F 3A-40 5B-60 7B-A9 AB-AC AE-B4 B6 B8-B9 BB-BF D7 F7 2B9-2FF 375 37E 387 55A-55F 589-58A 5BE 5C0 5C3 5C6 5F3-5F4 600-60F 61B-61F 66A-66D 6D4 964-965 1680 2000-200A 2010-2029 202F-205F 20A0-20CF 2190-2BFF 2E00-2E7F 3000-3004 3008-3020 3030 303D 30A0 30FB E000-F8FF FE10-FE1F FE30-FE6F FF5F-FF65 FFF9-FFFD 1F000-1FAFF",
);

/** Characters of scripts without spaces between words: each is searched as a word. */
const ideographs = characterClass("3041-3096 30A1-30FA 3400-4DBF 4E00-9FFF 20000-2FA1F");

/** Letters that no decomposition turns into plain ones. */
const plainLetters: Readonly<Record<string, string>> = {
  ς: "σ",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  ħ: "h",
  ŧ: "t",
  ı: "i",
  ŋ: "n",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
};

const patterns = {
  removed: new RegExp(`${removed}+`, "gu"),
  separators: new RegExp(`${separators}+`, "gu"),
  ideographs: new RegExp(ideographs, "gu"),
  letters: new RegExp(`[${Object.keys(plainLetters).join("")}]`, "gu"),
};

const plainWord = /^[A-Za-z0-9]+$/u;

/**
 * A text as it is searched: words without case, accents and punctuation, separated by single spaces. The function
 * `search_form` of the database does the same; a test compares the two.
 */
export function searchForm(text: string): string {
  // Most words of a page are plain, and checking that is ten times faster than the steps below.
  if (plainWord.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(patterns.removed, "")
    .toLowerCase()
    .replace(patterns.letters, (letter) => plainLetters[letter] ?? letter)
    .replace(patterns.ideographs, " $& ")
    .replace(patterns.separators, " ")
    .trim();
}
