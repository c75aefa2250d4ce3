import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { problemTranslator } from "@/components/shared/problem-sentences";
import { mailLocales } from "@/domain/people";
import { invitationMessages } from "./invitation-messages";

const root = new URL("../../../../", import.meta.url);
const codesIn = (file: string, pattern: RegExp) =>
  [...readFileSync(new URL(file, root), "utf8").matchAll(pattern)].flatMap(([, code]) => (code ? [code] : []));

const judging = ["domain/schemas/people.ts", "domain/schemas/organisations.ts"];
const refusing = [
  "server/people/commands/sign-up.ts",
  "server/auth/password.ts",
  "server/projects/commands/accept-invitation.ts",
  "server/organisations/commands/claim-organisation.ts",
  "server/projects/commands/complete-acceptance.ts",
  "server/projects/commands/lock-invitation-by-token.ts",
  "server/projects/commands/replace-organisation.ts",
  "server/organisations/commands/refuse-duplicates.ts",
  "server/rate-limit.ts",
  "server/request.ts",
];
// Codes of files that are imported but also serve other pages.
const further = [
  "organisation.not_found",
  "organisation.already_member",
  "invitation.expired",
  "invitation.not_pending",
  "person.token_invalid",
  "person.signed_out",
  "input.too_long",
  "field.invalid",
  "invalid",
  "offline",
  "unknown",
];
// Codes of fields that this page does not have: the time zone of the account, the founding date of an organisation.
const elsewhere = ["person.time_zone_unknown", "input.date_invalid"];
const codes = new Set([
  ...judging.flatMap((file) => codesIn(file, /"([a-z_]+\.[a-z_]+)"/gu)).filter((code) => !elsewhere.includes(code)),
  ...refusing.flatMap((file) => codesIn(file, /DomainError\("([a-z_.]+)"/gu)),
  ...further,
]);
const none = "(no sentence)";

/** The page's message for each code, in a locale. */
function toldIn(wanted: string): Map<string, string> {
  const { locale, problems } = invitationMessages(wanted);
  const translate = problemTranslator(locale, { ...problems, none });
  return new Map([...codes].map((code) => [code, translate(code, {}, "none")]));
}

it.each(mailLocales)("the invitation page in %s has a message for every error of its mutations", (locale) => {
  expect(codes.size).toBeGreaterThan(25);
  expect([...toldIn(locale)].filter(([, sentence]) => sentence === none || !/\S/u.test(sentence))).toEqual([]);
});

it.each(mailLocales.filter((locale) => locale !== "en"))("the messages of errors are translated into %s", (locale) => {
  const english = toldIn("en");
  expect([...toldIn(locale)].filter(([code, sentence]) => english.get(code) === sentence)).toEqual([]);
});
