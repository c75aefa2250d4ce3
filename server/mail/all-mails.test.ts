import { describe, expect, it } from "vitest";
import { type LinkAct, linkActs } from "@/domain/act-links";
import { events, eventTypes, messageKey } from "@/domain/events/events";
import { type MailLocale, mailLocales } from "@/domain/people";
import { composeMail, headersOf, stopKindOf, type Template } from "./letters";
import { findStop } from "./stop";

type Props = Record<string, unknown>;

const address = "ana@cepa.example";
const link = { name: "Νίκη", token: "raw-token", minutes: 60 };
const invitation = {
  token: "raw-token",
  title: "Ρίζες",
  acronym: "ROOTS",
  organisation: "Szkoła nr 3",
  inviter: "Ana Ruiz",
  inviting: "CEPA Norte",
  message: "Καλημέρα",
  expiresAt: "2026-04-16T12:00:00.000Z",
};
const due = { path: "/home", output: "O3 Φάκελος", project: "ROOTS", dueOn: "2026-04-01" };
const values = {
  project: "ROOTS",
  organisation: "CEPA",
  name: "Szkoła nr 3",
  about: "O3 Φάκελος",
  output: "O3 Φάκελος",
  title: "Ρίζες",
  submission: 2,
  tasks: 1,
  reviews: 1,
  verdict: "approve",
  dueOn: "2026-04-01",
  until: "2026-06-03",
  accepted: "yes",
};
const news = { path: "/home", by: "Ana Ruiz", values, quote: "Καλημέρα" };
const review = { files: ["a.pdf", "b.pdf"], dueOn: "2026-04-01" };
/** The links of an e-mail that answer it without a sign-in. */
const linksTo = (acts: readonly LinkAct[]) =>
  acts.map((act) => ({ act, version: 2, url: `http://localhost:3000/act/raw-${act}` }));
const counts = [1, 2, 5, 22];
const mailedEvents = eventTypes.filter((type) => events[type].channels.includes("email"));

/** What the news of every event that is told by e-mail says, in each case of its sentence. */
const newsProps: Props[] = [
  ...mailedEvents.map((type) => ({ ...news, what: messageKey(type) })),
  ...["approve_with_remarks", "request_changes", "reject"].map((verdict) => ({
    ...news,
    what: "review_given",
    values: { ...values, verdict },
  })),
  ...counts.map((tasks) => ({ ...news, what: "task_several_added", values: { ...values, tasks } })),
  ...["member_work_handed_over", "member_work_moved"].flatMap((what) => [
    { ...news, what, values: { ...values, tasks: 0, reviews: 2 } },
    { ...news, what, values: { ...values, tasks: 2, reviews: 0 } },
  ]),
  { ...news, what: "task_added", links: linksTo(linkActs) },
  { ...news, what: "organisation_join_decided", by: null, values: { ...values, accepted: "no", project: "" } },
  { ...news, what: "review_requested", review },
  {
    ...news,
    what: "review_requested",
    review: { files: Array.from({ length: 16 }, (_, index) => `${index}.pdf`), dueOn: null },
  },
];

/** The content of every kind of e-mail: one is missing here when it does not compile. */
const contents: { readonly [T in Template]: readonly Props[] } = {
  confirm: [link],
  already_registered: [link],
  sign_in: [link],
  identity: [link],
  reset: [link, { ...link, minutes: 120 }, { ...link, minutes: 300 }],
  account_changed: ["address_added", "address_removed", "address_main", "password"].map((change) => ({
    name: "Νίκη",
    change,
    address: "niki@iek.example",
  })),
  invitation: ["coordinator", "partner", "associated", "evaluator"].flatMap((kind) => [
    { ...invitation, kind },
    { ...invitation, kind, joined: true },
  ]),
  news: newsProps,
  mention: [
    { by: "Ana Ruiz", path: "/home", name: "O3 Φάκελος", project: "ROOTS" },
    { by: null, path: "/home", name: "O3 Φάκελος", project: "ROOTS" },
  ],
  reminder: ["week", "today", "late"].flatMap((stage) => [
    { ...due, stage, leads: true },
    { ...due, stage, leads: false, links: linksTo(["uploadFile"]) },
  ]),
  reviewReminder: ["soon", "today"].map((stage) => ({
    ...due,
    stage,
    submission: 2,
    links: linksTo(["recommendApproval", "recommendChanges", "acknowledgeReview"]),
  })),
  late: counts.map((count) => ({
    by: "Ana Ruiz",
    project: "ROOTS",
    count: count + 4,
    items: ["task", "output", "contribution", "review"].map((kind) => ({ kind, name: "Ρίζες", dueOn: "2026-04-01" })),
  })),
  digest: counts.map((count) => ({
    groups: [{ project: "", name: null, path: "/account", lines: ["Ρίζες"] }],
    count,
  })),
  followed: counts.map((count) => ({
    news: [
      {
        kind: "search",
        path: "/library?topic=heritage",
        name: "Ρίζες",
        items: [{ title: "Ρίζες", organisation: "Ρίζες", country: "GR" }],
        count,
      },
      {
        kind: "practice",
        path: "/practices/rizes",
        name: "Ρίζες",
        reports: count,
        isChanged: true,
        languages: ["el", "fr"],
      },
    ],
  })),
  weekly: counts.map((quietDays) => ({
    project: "ROOTS",
    slug: "roots",
    moved: quietDays === 1 ? [] : ["Ρίζες"],
    late: ["task", "output", "review"].map((kind) => ({
      organisation: "CEPA",
      kind,
      name: "O3 Φάκελος",
      dueOn: "2026-04-01",
    })),
    lateCount: quietDays + 3,
    quiet: [{ organisation: "Szkoła nr 3", since: "2026-03-01" }],
    quietDays,
  })),
  quiet: [{ project: "ROOTS", slug: "roots", organisation: "Szkoła nr 3", since: "2026-03-01" }],
  pageReports: counts.map((count) => ({ count })),
  pageReportAnswer: ["unpublished", "kept"].map((outcome) => ({ title: "Ρίζες", outcome, answer: "Καλημέρα" })),
};
const templates = Object.keys(contents) as Template[];

const compose = (locale: MailLocale) =>
  Promise.all(
    templates.flatMap((template) =>
      contents[template].map(async (props, index) => ({
        name: `${template} ${index} ${typeof props["what"] === "string" ? props["what"] : ""}`,
        template,
        ...(await composeMail(template, props, address, { locale, timeZone: "Europe/Athens" })),
      })),
    ),
  );

const composed = new Map<MailLocale, ReturnType<typeof compose>>();

/** Every e-mail in a language, composed once. */
function written(locale: MailLocale) {
  const mails = composed.get(locale) ?? compose(locale);
  composed.set(locale, mails);
  return mails;
}

/** Lines without words: names, addresses, and the name of the program. */
const wordless = /^(Consorta|-+|\[?https?:\S+|Ρίζες \[?https?:\S+|Καλημέρα|Ρίζες|\s*)$/iu;

const linesOf = (text: string) => text.split("\n").filter((line) => !wordless.test(line.trim()));

describe.each(mailLocales)("every e-mail in %s", (locale) => {
  it("is complete and in one language, as HTML and as text, with each address once", async () => {
    const english = await written("en");
    for (const [index, { name, letter, html, text }] of (await written(locale)).entries()) {
      const all = `${letter.subject}\n${text}`;
      expect([
        name,
        all.match(/[{}<>]|undefined|\bnull\b|NaN|Invalid Date|\b[a-z]\w+\.\w+\.(title|text|subject|button)\b/gu),
      ]).toEqual([name, null]);
      const links = text.match(/https?:\/\/[^\s\]]+/gu) ?? [];
      expect([name, links.length > 0, links]).toEqual([name, true, [...new Set(links)]]);
      expect(html).toMatch(new RegExp(`<html[^>]* lang="${locale}"`, "u"));
      if (locale === "en") continue;
      const same = linesOf(english[index]?.text ?? "").filter((line) => linesOf(text).includes(line));
      expect([name, same]).toEqual([name, []]);
    }
  });

  it("can be stopped by one click, unless it is about the security of an account", async () => {
    for (const { template, letter, text } of await written(locale)) {
      const kind = stopKindOf[template];
      const headers = headersOf(letter);
      expect(headers["Auto-Submitted"]).toBe("auto-generated");
      if (kind === null) {
        expect(letter.stop).toBeUndefined();
        expect(headers).not.toHaveProperty("List-Unsubscribe");
        continue;
      }
      const [, token = ""] = /^<http.*\/api\/stop\/(.+)>$/u.exec(headers["List-Unsubscribe"] ?? "") ?? [];
      expect(findStop(token)).toEqual({ kind, address });
      expect(headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
      expect(text).toContain(`/stop/${token}`);
    }
  });
});

it("says in every e-mail that nobody reads replies", async () => {
  for (const { text } of await written("en")) expect(text).toContain("Nobody reads replies to this address.");
});
