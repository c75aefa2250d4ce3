import { foldText } from "./folding";

// JavaScript's \b treats only ASCII letters as word characters.
const legalForms =
  /(?<![\p{L}\p{N}])(gmbh|ggmbh|mbh|ag|ev|e v|eg|kg|ltd|limited|plc|llc|inc|srl|s r l|spa|s p a|sa|s a|sl|s l|slu|sas|sarl|asbl|vzw|bv|nv|oy|ry|ab|as|aps|a s|ou|sia|uab|doo|d o o|kft|zrt|nonprofit|sp z o o|ae|α ε|μ κ ο|ικε|ооо|еоод|оод|еад)(?![\p{L}\p{N}])/gu;

/** The name for comparison: without case, accents, punctuation and legal forms. */
export function nameKey(name: string): string {
  const folded = foldText(name);
  const bare = folded.replace(legalForms, " ").replace(/\s+/g, " ").trim();
  return bare === "" ? folded : bare;
}

/** Default short name for chips from the legal name: capitals of a long name, else its first words. */
export function shortNameOf(legalName: string): string {
  const name = legalName.trim();
  if (name.length <= 18) return name;
  const initials = name
    .split(/[\s\-–/]+/u)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word.charAt(0))
    .join("");
  if (initials.length >= 3) return initials.slice(0, 8);
  return name.slice(0, 18).replace(/\s+\S*$/u, "");
}

/** From this trigram similarity on, a name in the same country is a likely duplicate. */
export const likelySame = 0.55;
