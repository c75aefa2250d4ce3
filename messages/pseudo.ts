import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { printAST } from "@formatjs/icu-messageformat-parser/printer.js";

const plain = "AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpQqRrSsTtUuVvWwXxYyZz";
const accented = "ȦȧƁƀĆćĐđĒēƑƒĜĝĦħĪīĴĵĶķĹĺṀḿÑñŌōƤƥɊɋŘřŠšŦŧŬŭṼṽŴŵẊẋÝýŽž";
const accentOf = new Map([...plain].map((letter, index) => [letter, [...accented][index] ?? letter]));

/** Texts grow by this share in other languages; a layout that breaks with it breaks in Finnish or Greek. */
const growth = 0.4;

const accent = (text: string) => [...text].map((letter) => accentOf.get(letter) ?? letter).join("");
const lettersIn = (text: string) => [...text].filter((letter) => accentOf.has(letter)).length;

function accentElements(elements: readonly MessageFormatElement[]): MessageFormatElement[] {
  return elements.map((element) => {
    switch (element.type) {
      case TYPE.literal:
        return { ...element, value: accent(element.value) };
      case TYPE.plural:
      case TYPE.select:
        return {
          ...element,
          options: Object.fromEntries(
            Object.entries(element.options).map(([key, option]) => [
              key,
              { ...option, value: accentElements(option.value) },
            ]),
          ),
        };
      case TYPE.tag:
        return { ...element, children: accentElements(element.children) };
      default:
        return element;
    }
  });
}

/** A message in the pseudo-locale: accented, 40 % longer, between brackets. Arguments and tags stay as they are. */
export function pseudoMessage(message: string): string {
  if (lettersIn(message) === 0) return message;
  const padding = "~".repeat(Math.ceil(lettersIn(message) * growth));
  return `⟦${printAST(accentElements(parse(message, { shouldParseSkeletons: false })))}${padding}⟧`;
}

type MessageTree = { [key: string]: MessageTree | string };

const convert = (tree: MessageTree): MessageTree =>
  Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [
      key,
      typeof value === "string" ? pseudoMessage(value) : convert(value),
    ]),
  );

/** The text of a messages file in the pseudo-locale. */
export function pseudoMessages(json: string): string {
  return `${JSON.stringify(convert(JSON.parse(json) as MessageTree), null, 2)}\n`;
}
