import { useTranslations as useMessages } from "next-intl";
import { isolating } from "./isolate";

type Translator = ReturnType<typeof useMessages>;

/** By translator: a component gets the same function for each render, as from next-intl. */
const isolated = new WeakMap<object, Translator>();

/**
 * The translator of a namespace with isolated values, for client components and for components of both sides. Server
 * components that are async use getTranslations of messages/server.ts.
 */
export function useTranslations(namespace: string): Translator {
  const translate = useMessages(namespace);
  const known = isolated.get(translate);
  if (known) return known;
  const made = isolating(translate);
  isolated.set(translate, made);
  return made;
}
