import { isLiteralElement, isPluralElement, isSelectElement, isTagElement, type MessageFormatElement, parse } from "@formatjs/icu-messageformat-parser";
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

type Tree = { [key: string]: Tree | string };

function flat(tree: Tree | string, path: string): [string, string][] {
  if (typeof tree === "string") return [[path, tree]];
  return Object.entries(tree).flatMap(([key, inner]) => flat(inner, `${path}.${key}`));
}

/** Every wording of a message, with a value as "…"; its branches of plurals and selects are texts of their own. */
function textsOf(elements: readonly MessageFormatElement[]): string[] {
  const inner: string[] = [];
  const outer = elements.map((element) => {
    if (isTagElement(element)) {
      const [text = "", ...rest] = textsOf(element.children);
      inner.push(...rest);
      return text;
    }
    if (isPluralElement(element) || isSelectElement(element)) {
      const branches = Object.values(element.options).map(({ value }) => textsOf(value));
      inner.push(...branches.flat());
      return "…";
    }
    return isLiteralElement(element) ? element.value : "…";
  });
  return [outer.join(""), ...inner];
}

const english = readdirSync(new URL("./en", import.meta.url)).flatMap((file) =>
  flat(JSON.parse(readFileSync(new URL(`./en/${file}`, import.meta.url), "utf8")) as Tree, file.replace(/\.json$/u, "")),
);

/** Words that readers in their second language do not know in this sense, and what to write instead. */
const avoided: readonly (readonly [RegExp, string])[] = [
  [/\bstands?\b/iu, "appears, is"],
  [/\bleaves\b|\bhas not left\b|\bleave by itself\b/iu, "is sent"],
  [/\b(speaks?|spoke) (of|it)\b/iu, "applies to; is in"],
  [/\b(lies?|lay)\b/iu, "is"],
  [/\bhand(s|ed)?( (it|them|this))? (in|over)\b/iu, "submit, share"],
  [/\b(give|gives|gave|given|giving)( (it|them|this|… good practice|good practice))? back\b/iu, "request changes"],
  [/\bcame back\b/iu, "changes requested"],
  [/\b(take|takes|taken|took)( (it|them|this|…))? (back|out)\b/iu, "withdraw, remove"],
  [/\b(leave|leaves|left)( (it|them|that address|…))? out\b/iu, "remove"],
  [/\bthrow(n|s)?( \S+)? away\b/iu, "delete"],
  [/\b(go|goes|going|went) on\b/iu, "continue"],
  [/\blets?( \S+){0,2} in\b/iu, "accept, add"],
  [/\bpress(ed|es)?\b(?! article)/iu, "select, click"],
  [/\binstances?\b/iu, "this server"],
  [/(?<!e-)(?<!“)\bmails?\b/iu, "e-mail"],
  [/\bmailbox\b/iu, "inbox"],
  [/\b(its|the) head\b|\bhead of the project\b/iu, "project summary"],
  [/\b(its|the|your) part\b(?! of the link)|\bpart ended\b/iu, "participation"],
  [/\bacts?\b/iu, "activity; represent"],
  [/\bwhoever\b/iu, "the person who"],
  [/\b(a|your) word\b|\bfurther words\b/iu, "message, comment"],
  [/\bunder (way|review$)/iu, "in progress, in review"],
  [/\bstill (out|to come)\b/iu, "pending"],
  [/\bWe do not find\b/iu, "We can’t find"],
  [/\bdue from us\b/iu, "our deadlines"],
  [/\bhash(es)?\b(?! from which)/iu, "fingerprint"],
];

it.each(avoided)("English messages do not contain %s", (word) => {
  const found = english.filter(([, message]) => textsOf(parse(message)).some((text) => word.test(text)));
  expect(found.map(([key]) => key)).toEqual([]);
});
