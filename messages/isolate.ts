const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * A value of a message as it is put into the sentence: text with right-to-left letters is wrapped in Unicode isolates
 * (FSI, PDI), so that it does not reorder the words and numbers beside it. They need no markup, so that they also work
 * in e-mails and titles.
 */
export const isolated = (value: unknown): unknown =>
  typeof value === "string" && rightToLeft.test(value) ? `\u2068${value}\u2069` : value;

type Values = Record<string, unknown>;

const isolatedValues = <V extends Values | undefined>(values: V): V =>
  values && (Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isolated(value)])) as V);

type Format = (key: never, values?: never, ...rest: never[]) => unknown;
type Translating = Format & { rich: Format; markup: Format };

/** The translator with isolated values. */
export function isolating<T extends Translating>(translate: T): T {
  const wrapped = (format: Format) =>
    ((key: never, values?: never, ...rest: never[]) => format(key, isolatedValues(values), ...rest)) as Format;
  return Object.assign(wrapped(translate), translate, {
    rich: wrapped(translate.rich),
    markup: wrapped(translate.markup),
  }) as T;
}
