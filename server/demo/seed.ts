import path from "node:path";
import { sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { addresses, people } from "@/db/schema";
import { addDays, addMonths, dayInBrussels } from "@/domain/dates";
import { draftData } from "@/domain/schemas/projects";
import { hashPassword } from "@/server/auth/password";
import { mailedToken } from "@/server/auth/tokens";
import { sealActivity } from "@/server/events/seal";
import { createOrganisation } from "@/server/organisations/commands/create-organisation";
import { addWorkPackage } from "@/server/outputs/commands/add-work-package";
import { planOutput } from "@/server/outputs/commands/plan-output";
import { acceptInvitation } from "@/server/projects/commands/accept-invitation";
import { createProject } from "@/server/projects/commands/create-project";
import { saveDraft } from "@/server/projects/commands/save-draft";
import { inviteOrganisations } from "@/server/projects/commands/invite-organisations";
import { invitePeople } from "@/server/projects/commands/invite-people";
import { addMailedToken } from "@/server/projects/commands/send-invitation";
import { cast, demoPassword, demoSummary } from "./cast";
import { demoOutputs, demoWork } from "./plan";
import { Stage } from "./stage";
import { tellStory } from "./story";

const folder = path.join(process.cwd(), "server", "demo", "files");

async function enrol(stage: Stage): Promise<void> {
  const passwordHash = await hashPassword(demoPassword);
  for (const member of cast) {
    for (const person of member.people) {
      const personId = stage.id(person.key);
      const createdAt = stage.at(member.joined + 1);
      const { name, locale, demoRole = null } = person;
      // Visitors enter the demo as these people, and English is the one complete interface.
      const shown = demoRole === null ? locale : "en";
      await stage.tx.insert(people).values({ id: personId, name, locale: shown, passwordHash, demoRole, createdAt });
      await stage.tx.insert(addresses).values({
        id: uuid(),
        personId,
        address: person.address,
        isPrimary: true,
        confirmedAt: createdAt,
        refusedAt: person.refused === undefined ? null : stage.at(person.refused),
      });
    }
  }
}

async function found(stage: Stage, startsOn: string): Promise<{ projectId: string; slug: string }> {
  const [coordinator, ...partners] = cast;
  if (!coordinator) throw new Error("The demo has no coordinator.");
  const ana = await stage.as("ana", coordinator.joined);
  await createOrganisation(ana, { id: stage.id("es"), ...coordinator.organisation, isAnother: false });
  const year = Number(startsOn.slice(0, 4));
  const data = draftData.parse({
    callYear: year,
    actionCode: "KA220-VET",
    field: "vet",
    title: "Bridges to the workshop: welding and green skills for rural schools",
    acronym: "BRIDGES",
    summary: demoSummary,
    startsOn,
    durationMonths: 24,
    priorities: ["inclusion_diversity", "environment_climate"],
    objectives: ["skills_employability", "modernise_systems"],
    impacts: ["professional_competences", "intercultural_responsiveness"],
    grantReference: `${String(year)}-1-ES01-KA220-VET-000900417`,
    partners: partners
      .filter((member) => member.kind !== "evaluator")
      .map((member) => ({
        key: member.key,
        legalName: member.organisation.legalName,
        country: member.organisation.country,
        city: member.organisation.city,
        type: member.organisation.type,
        kind: "partner",
        emails: member.people[0]?.address ?? "",
        role: "manager",
        message: "We wrote this application together; here is where we work from now on.",
        locale: member.people[0]?.locale ?? "en",
      })),
  });
  const draftId = uuid();
  const author = await stage.as("ana", coordinator.joined - 2);
  await saveDraft(author, { id: draftId, revision: 0, data });
  const { slug } = await createProject(author, { id: draftId });
  const [row] = await stage.tx.execute<{ id: string }>(sql`select id from projects where slug = ${slug}`);
  if (!row) throw new Error("The demo project was not made.");
  return { projectId: row.id, slug };
}

/** Accepts the open invitations of a participation for its people, some days ago, as they would through the link in the e-mail. */
async function join(stage: Stage, projectId: string, key: string, daysAgo: number): Promise<void> {
  const member = cast.find((one) => one.key === key);
  if (!member) throw new Error(`The demo has no organisation called ${key}.`);
  for (const person of member.people) {
    const [invitation] = await stage.tx.execute<{ id: string; organisation_id: string; participation_id: string }>(sql`
      select i.id, pa.organisation_id, pa.id as participation_id from invitations i join participations pa on pa.id = i.participation_id
      where i.project_id = ${projectId} and i.address = ${person.address} and i.status = 'pending'`);
    if (!invitation) continue;
    stage.ids.set(key, invitation.organisation_id);
    stage.ids.set(`${key}:place`, invitation.participation_id);
    const token = mailedToken(await addMailedToken(stage.tx, invitation.id)).raw;
    await acceptInvitation(await stage.as(person.key, daysAgo), {
      token,
      organisation: member.organisation,
      isAnother: false,
    });
  }
}

/** The first person of each partner joins, then invites a colleague, who joins two days later. */
async function bringPartners(stage: Stage, projectId: string): Promise<void> {
  const [own] = await stage.tx.execute<{ id: string }>(
    sql`select id from participations where project_id = ${projectId} and organisation_id = ${stage.id("es")}`,
  );
  stage.ids.set("es:place", own?.id ?? "");
  for (const { key, kind, joined, people: members } of cast) {
    if (kind === "evaluator") continue;
    if (key !== "es") stage.scene(joined, () => join(stage, projectId, key, joined));
    const [manager, colleague] = members;
    if (!manager || !colleague) continue;
    stage.scene(joined - 6, async () => {
      await invitePeople(await stage.as(manager.key, joined - 6), {
        participationId: stage.id(`${key}:place`),
        emails: [colleague.address],
        role: colleague.role,
        message: "",
        locale: "en",
      });
    });
    stage.scene(joined - 8, () => join(stage, projectId, key, joined - 8));
  }
}

function plan(stage: Stage, projectId: string, startsOn: string): void {
  const today = dayInBrussels(stage.at(0));
  for (const work of demoWork) {
    stage.scene(380, async () => {
      await addWorkPackage(await stage.as("ana", 380), {
        id: stage.id(work.key),
        projectId,
        number: work.number,
        title: work.title,
        startsOn: addMonths(startsOn, work.fromMonth),
        endsOn: addDays(addMonths(startsOn, work.toMonth), -1),
        leadOrganisationId: stage.id(work.lead),
      });
    });
  }
  for (const output of demoOutputs) {
    stage.scene(379, async () => {
      await planOutput(await stage.as("ana", 379), {
        id: stage.id(output.key),
        projectId,
        title: output.title,
        description: output.description,
        type: output.type,
        leadOrganisationId: stage.id(output.lead),
        contributorIds: output.with.map((key) => stage.id(key)),
        workPackageId: stage.id(output.work),
        languages: output.languages,
        licence: output.type === "project_document" ? null : "CC-BY-4.0",
        dueOn: addDays(today, output.firstDue ?? output.due),
      });
    });
  }
}

/**
 * Fills an empty database with the demo consortium in the transaction of the start, by calling the commands as its
 * people.
 */
export async function seedDemo(tx: Db): Promise<void> {
  const stage = new Stage(tx, new Date(), folder);
  const startsOn = `${dayInBrussels(stage.at(405)).slice(0, 7)}-01`;
  await enrol(stage);
  const { projectId } = await found(stage, startsOn);
  await bringPartners(stage, projectId);
  plan(stage, projectId, startsOn);
  inviteLater(stage, projectId);
  tellStory(stage, projectId);
  await stage.playAll();
  for (const key of ["ana", "eleni", "nikos", "joost"]) await stage.seen(key, 5);
  await sealActivity(tx);
}

function inviteLater(stage: Stage, projectId: string): void {
  const evaluator = cast.find((member) => member.kind === "evaluator");
  if (!evaluator) throw new Error("The demo has no evaluator.");
  const { legalName, country, city, type } = evaluator.organisation;
  const ask = async (
    daysAgo: number,
    organisation: Parameters<typeof inviteOrganisations>[1]["organisations"][number],
  ) => {
    await inviteOrganisations(await stage.as("ana", daysAgo), { projectId, organisations: [organisation] });
  };
  stage.scene(evaluator.joined + 3, () =>
    ask(evaluator.joined + 3, {
      legalName,
      country,
      city,
      type,
      kind: "evaluator",
      emails: evaluator.people.map((person) => person.address),
      role: "manager",
      message: "As agreed: you judge the outputs we hand you.",
      locale: "en",
    }),
  );
  stage.scene(evaluator.joined, () => join(stage, projectId, "nl", evaluator.joined));
  stage.scene(5, () =>
    ask(5, {
      legalName: "Ajuntament de la Serra Alta",
      country: "ES",
      city: "Serra Alta",
      type: "public_authority",
      kind: "associated",
      emails: ["alcaldia@serraalta.example"],
      role: "viewer",
      message: "You would lend us the yard for the first week.",
      locale: "es",
    }),
  );
}
