import {
  isLiteralElement,
  isPluralElement,
  isSelectElement,
  isTagElement,
  type MessageFormatElement,
  parse,
} from "@formatjs/icu-messageformat-parser";
import { printAST } from "@formatjs/icu-messageformat-parser/printer.js";

const plain = "AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpQqRrSsTtUuVvWwXxYyZz";
const accented = "ȦȧƁƀĆćĐđĒēƑƒĜĝĦħĪīĴĵĶķĹĺṀḿÑñŌōƤƥɊɋŘřŠšŦŧŬŭṼṽŴŵẊẋÝýŽž";
const accentOf = new Map([...plain].map((letter, index) => [letter, [...accented][index] ?? letter]));

/** Text grows by up to this share in other languages such as Finnish or Greek. */
const growth = 0.4;

const accent = (text: string) => [...text].map((letter) => accentOf.get(letter) ?? letter).join("");
const lettersIn = (text: string) => [...text].filter((letter) => accentOf.has(letter)).length;

function accentElement(element: MessageFormatElement): MessageFormatElement {
  if (isLiteralElement(element)) return { ...element, value: accent(element.value) };
  if (isTagElement(element)) return { ...element, children: element.children.map(accentElement) };
  if (!isPluralElement(element) && !isSelectElement(element)) return element;
  const options = Object.entries(element.options).map(
    ([key, option]) => [key, { ...option, value: option.value.map(accentElement) }] as const,
  );
  return { ...element, options: Object.fromEntries(options) };
}

/** A message in the pseudo-locale: accented, 40 % longer, between brackets. Arguments and tags are unchanged. */
export function pseudoMessage(message: string): string {
  if (lettersIn(message) === 0) return message;
  const padding = "~".repeat(Math.ceil(lettersIn(message) * growth));
  // The printer package has a separate copy of the same types.
  const elements: unknown = parse(message, { shouldParseSkeletons: false }).map(accentElement);
  return `⟦${printAST(elements as Parameters<typeof printAST>[0])}${padding}⟧`;
}

type MessageTree = { [key: string]: MessageTree | string };

const convert = (tree: MessageTree): MessageTree =>
  Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [
      key,
      typeof value === "string" ? pseudoMessage(value) : convert(value),
    ]),
  );

/** The content of a messages file in the pseudo-locale. */
export function pseudoMessages(json: string): string {
  return `${JSON.stringify(convert(JSON.parse(json) as MessageTree), null, 2)}\n`;
}
