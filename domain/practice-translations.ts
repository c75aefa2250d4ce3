import { resourceKinds } from "./practices";
import type { PublicContent } from "./schemas/public";

/** Who wrote a translation: people, or a machine whose text was pasted. */
export const translationOrigins = ["human", "machine"] as const;
export type TranslationOrigin = (typeof translationOrigins)[number];

/** Texts by their path in the description: "need", "steps.0.text". */
export type Texts = Readonly<Record<string, string>>;

/** A translation with the original texts that it was made of. */
export type Translation = { texts: Texts; sources: Texts };

/** The texts of a description that can be translated; empty ones are left out. */
export function textsOf(content: PublicContent): Record<string, string> {
  const { title, need, targetGroup, conditions, transfer, resources, steps, evidence } = content;
  const entries: [string, string][] = [
    ...Object.entries({ title, need, targetGroup }),
    ...steps.flatMap((step, index) =>
      Object.entries(step).map(([name, text]): [string, string] => [`steps.${index}.${name}`, text]),
    ),
    ...resourceKinds.map((name): [string, string] => [`resources.${name}`, resources[name]]),
    ...evidence.flatMap(({ text, source }, index) =>
      Object.entries({ text, source }).map(([name, value]): [string, string] => [`evidence.${index}.${name}`, value]),
    ),
    ...Object.entries({ conditions, transfer }),
    ...content.files.map(({ text }, index): [string, string] => [`files.${index}.text`, text]),
  ];
  return Object.fromEntries(entries.filter(([, text]) => text.trim() !== ""));
}

/** The paths of texts whose original changed since they were translated, and of those without a translation. */
export function translationState(content: PublicContent, { texts, sources }: Translation) {
  const originals = Object.entries(textsOf(content));
  return {
    outdated: originals.filter(([path, text]) => texts[path] && sources[path] !== text).map(([path]) => path),
    missing: originals.filter(([path]) => !texts[path]).map(([path]) => path),
  };
}

/** The description in the words of a translation; texts without one stay as they are. */
export function translated(content: PublicContent, { texts }: Translation): PublicContent {
  const of = (path: string, text: string) => (text.trim() === "" ? text : texts[path] || text);
  const { resources } = content;
  return {
    ...content,
    title: of("title", content.title),
    need: of("need", content.need),
    targetGroup: of("targetGroup", content.targetGroup),
    conditions: of("conditions", content.conditions),
    transfer: of("transfer", content.transfer),
    resources: {
      time: of("resources.time", resources.time),
      people: of("resources.people", resources.people),
      money: of("resources.money", resources.money),
      rooms: of("resources.rooms", resources.rooms),
      other: of("resources.other", resources.other),
    },
    steps: content.steps.map((step, index) => ({
      text: of(`steps.${index}.text`, step.text),
      time: of(`steps.${index}.time`, step.time),
      material: of(`steps.${index}.material`, step.material),
    })),
    evidence: content.evidence.map(({ kind, text, source }, index) => ({
      kind,
      text: of(`evidence.${index}.text`, text),
      source: of(`evidence.${index}.source`, source),
    })),
    files: content.files.map((file, index) => ({ ...file, text: of(`files.${index}.text`, file.text) })),
  };
}

type Saved = { texts: Texts; confirmed: readonly string[] };

/**
 * The translation after these texts were saved. A text that was not changed keeps the original it was made of, unless a
 * person confirmed that it is still right, so that it stays marked as out of date.
 */
export function saveTranslation(content: PublicContent, before: Translation | null, saved: Saved): Translation {
  const originals = textsOf(content);
  const kept = Object.entries(saved.texts).filter(([path, text]) => path in originals && text.trim() !== "");
  const sourceOf = (path: string, text: string) => {
    const isUnchanged = before?.texts[path] === text && !saved.confirmed.includes(path);
    return (isUnchanged ? before.sources[path] : originals[path]) ?? "";
  };
  return {
    texts: Object.fromEntries(kept),
    sources: Object.fromEntries(kept.map(([path, text]) => [path, sourceOf(path, text)])),
  };
}
