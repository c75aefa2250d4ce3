const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * A value of a message as it is put into the sentence: text with right-to-left letters is wrapped in Unicode isolates
 * (FSI, PDI), so that it does not reorder the words and numbers beside it. They need no markup, so that they also work
 * in e-mails and titles.
 */
export const isolated = (value: unknown): unknown =>
  typeof value === "string" && rightToLeft.test(value) ? `\u2068${value}\u2069` : value;

type Values = Record<string, unknown>;

const isolatedValues = (values: Values | undefined): Values | undefined =>
  values && Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isolated(value)]));

type Format = (key: never, values?: never, ...rest: never[]) => unknown;
type Translating = Format & { rich: Format; markup: Format };

const isolatingFormat =
  (format: Format): Format =>
  (key, values: Values | undefined, ...rest) =>
    format(key, isolatedValues(values) as never, ...rest);

/** The translator with isolated values. */
export function isolating<T extends Translating>(translate: T): T {
  const { rich, markup } = translate;
  const formats = { rich: isolatingFormat(rich), markup: isolatingFormat(markup) };
  return Object.assign(isolatingFormat(translate), translate, formats);
}
