import { expect, it } from "vitest";
import sentences from "@/messages/en/activity.json";
import mail from "@/messages/en/mail.json";
import problems from "@/messages/en/problems.json";
import { errorCodes } from "./errors";
import { eventKinds, type EventType, mailedEvents } from "./events";
import { audiences } from "./notify";

type Key<T> = T extends `${infer Noun}.${infer Past}` ? `${Noun}_${Past}` : never;
/** A new event does not compile without its sentence. */
const told: Record<Key<EventType>, string> = sentences.sentences;

const asKey = (type: string) => type.replace(".", "_");

it("every event of a project is of one kind and has a sentence; the others are of a person or an organisation", () => {
  const ofProjects = Object.values(eventKinds).flat().map(asKey);
  expect(new Set(ofProjects).size).toBe(ofProjects.length);
  expect(ofProjects.filter((key) => !(key in told))).toEqual([]);
  const others = Object.keys(told).filter((key) => !ofProjects.includes(key));
  expect(others.filter((key) => !/^(person|organisation)_/.test(key))).toEqual([]);
});

it("every mailed event has an audience and a whole letter", () => {
  expect(Object.keys(audiences).sort()).toEqual([...mailedEvents].sort());
  const letters: Record<string, unknown> = mail.news;
  for (const type of mailedEvents) {
    expect(audiences[type].length).toBeGreaterThan(0);
    expect(Object.keys(letters[asKey(type)] ?? {}).sort()).toEqual(["button", "subject", "text", "title"]);
  }
  expect(Object.keys(letters).sort()).toEqual([...mailedEvents.map(asKey), "footer"].sort());
});

it("every refusal has words", () => {
  const words: Record<string, unknown> = problems;
  const isTold = (code: string) => {
    const [noun = "", problem = ""] = code.split(".");
    const ofNoun = words[noun];
    return problem === "" ? typeof ofNoun === "string" : typeof ofNoun === "object" && problem in (ofNoun ?? {});
  };
  expect(Object.keys(errorCodes).filter((code) => !isTold(code))).toEqual([]);
});
