import { renderToStaticMarkup } from "react-dom/server";
import { NextIntlClientProvider } from "next-intl";
import { expect, it } from "vitest";
import { type Actor, participationKinds, projectRoles } from "@/domain/actor";
import { can } from "@/domain/policy";
import messages from "@/messages/en/projects.json";
import { RoleRights } from "./role-rights";

const project = { projectId: "project", projectStatus: "running" } as const;
const output = { ...project, leadOrganisationId: "own", contributorIds: [], reviewerIds: [] };

/** What the text of a role says, and the permission that it states. */
const said: Record<string, (actor: Actor) => boolean> = {
  "reads everything": (actor) => can(actor, "project.inspect", project),
  "reviews when asked": (actor) => can(actor, "review.give", { ...output, reviewerId: actor.personId }),
  "uploads files": (actor) => can(actor, "output.upload", output),
  "submits those it leads": (actor) => can(actor, "output.submit", output),
  comments: (actor) => can(actor, "output.comment", output),
  "writes good practices": (actor) => can(actor, "practice.draft", project),
  "edits outputs that the organisation leads": (actor) => can(actor, "output.edit", output),
  "invites its people": (actor) => can(actor, "participation.people", { ...project, organisationId: "own" }),
  "edits the project, the consortium and all outputs": (actor) =>
    can(actor, "project.edit", project) &&
    can(actor, "consortium.change", project) &&
    can(actor, "output.edit", { ...output, leadOrganisationId: "another" }),
  "invites people of all organisations": (actor) =>
    can(actor, "participation.people", { ...project, organisationId: "another" }),
  "decides on outputs": (actor) => can(actor, "output.decide", output),
};
/** Permissions that another, wider statement of the same role includes. */
const wider: Record<string, string> = {
  "edits outputs that the organisation leads": "edits the project, the consortium and all outputs",
  "invites its people": "invites people of all organisations",
};

it.each(participationKinds)("the choice of a role says what each may do in the participation of a %s", (kind) => {
  const markup = renderToStaticMarkup(
    <NextIntlClientProvider locale="en-GB" timeZone="Europe/Brussels" messages={{ projects: messages }}>
      <RoleRights kind={kind} />
    </NextIntlClientProvider>,
  );
  const lines = [...markup.matchAll(/<span[^>]*><strong[^>]*>(\w+)<\/strong>: ([^<]+)<\/span>/gu)].map(
    ([, role, text]) => [role ?? "", text ?? ""] as const,
  );
  expect(lines.map(([role]) => role)).toEqual([...projectRoles]);
  const texts = new Map(lines);
  for (const role of projectRoles) {
    const participation = {
      ...project,
      slug: "project",
      acronym: "PROJECT",
      callYear: 2025,
      actionCode: "KA220-SCH",
      participationId: "participation",
      organisationId: "own",
      kind,
      role,
    };
    const actor: Actor = {
      personId: "person",
      name: "Person",
      locale: "en",
      timeZone: null,
      addressConfirmed: true,
      operator: false,
      organisations: [],
      participations: [participation],
    };
    const own = texts.get(role) ?? "";
    const inherited = ["does what a contributor does", "does what a viewer does"].flatMap((phrase, index) =>
      own.includes(phrase) || (index === 1 && own.includes("does what a contributor does"))
        ? [texts.get(index === 0 ? "contributor" : "viewer") ?? ""]
        : [],
    );
    const text = [own, ...inherited].join("; ");
    for (const [phrase, permitted] of Object.entries(said)) {
      const states = text.includes(phrase) || (wider[phrase] !== undefined && text.includes(wider[phrase]));
      expect([role, phrase, states]).toEqual([role, phrase, permitted(actor)]);
    }
  }
});
