import { sql } from "drizzle-orm";
import { organisations, outputs } from "@/db/schema";
import { type Actor, contributingParticipations, coordinates, participationIn } from "@/domain/actor";
import { dayInBrussels, type IsoDate, isIsoDate } from "@/domain/dates";
import { dueGroup, type DueKind, dueKinds } from "@/domain/due-list";
import { type Coverage, isLate, nextStep, type OutputStatus } from "@/domain/outputs";
import { decodeCursor, pageSize, toPage } from "@/domain/page";
import { can } from "@/domain/policy";
import { possibleTaskActs, taskRolesOf, type TaskState } from "@/domain/tasks";
import { mailedToken } from "@/server/auth/tokens";
import type { MemberContext } from "@/server/context";
import { coverageColumn } from "@/server/outputs/queries/coverage";
import { stepColumns } from "@/server/outputs/queries/get-output";
import { pairs } from "@/server/participation-pairs";
import type { Away } from "@/server/absences";
import { type DuePosition, dueStatement } from "./due-statement";

type OfOutput = { title: string; number: number; outputId: string };
type OutputDetails = OfOutput & {
  status: OutputStatus;
  changedSinceApproval: boolean;
  coverage: Coverage | null;
  files: number;
  waitingReviews: number;
  leadOrganisationId: string;
  lead: string;
};

/** What each kind shows besides the fields that all have. */
export type DueDetails = {
  task: {
    title: string;
    state: TaskState;
    note: string;
    organisationId: string;
    organisation: string;
    assigneeId: string | null;
    assignee: string | null;
    away: Away | null;
    askedBy: string;
    /** False when who asked left the project, so that a comment cannot mention them. */
    askerTakesPart: boolean;
    asker: string | null;
    askedFor: string;
    number: number | null;
    outputId: string | null;
  };
  output: OutputDetails;
  contribution: OutputDetails;
  review: OfOutput & {
    submissionId: string;
    submission: number;
    asker: string | null;
    reviewerId: string;
    reviewer: string | null;
    away: Away | null;
  };
  decision: OfOutput & { submission: number; waiting: number };
  time_request: OfOutput & {
    from: string | null;
    to: string;
    reason: string;
    person: string | null;
    organisation: string;
    leadOrganisationId: string;
    /** A manager who is away and for whom the person stands in. */
    standsInFor: { name: string; until: IsoDate } | null;
  };
  practice: { title: string; returned: boolean; organisation: string };
  invitation: { title: string; slug: string; acronym: string; organisation: string; tokenId: string | null };
  join_request: { title: string; person: string; organisation: string; address: string | null; confirmed: boolean };
};

type Row<K extends DueKind> = {
  kind: K;
  id: string;
  projectId: string | null;
  dueOn: IsoDate | null;
  sortOn: IsoDate;
  details: DueDetails[K];
};
type AnyRow = { [K in DueKind]: Row<K> }[DueKind];
type StoredRow = Omit<AnyRow, "kind" | "details"> & { rank: number; details: unknown };

const outputDetails = () => {
  const { files, waitingReviews } = stepColumns();
  return sql`(select json_build_object('title', ${outputs.title}, 'number', ${outputs.number}, 'outputId', ${outputs.id},
      'status', ${outputs.status}, 'changedSinceApproval', ${outputs.changedSinceApproval},
      'coverage', ${coverageColumn()}, 'files', ${files}, 'waitingReviews', ${waitingReviews},
      'leadOrganisationId', ${outputs.leadOrganisationId}, 'lead', ${organisations.shortName})
    from outputs join organisations on ${organisations.id} = ${outputs.leadOrganisationId} where ${outputs.id} = d.id)`;
};

const list = (ids: readonly string[]) => `{${ids.join(",")}}`;

function scopeOf(actor: Actor, now: Date) {
  const contributing = contributingParticipations(actor);
  const managed = pairs(contributing.filter(({ role }) => role === "manager"));
  return {
    personId: actor.personId,
    today: dayInBrussels(now),
    now: now.toISOString(),
    projects: list(
      actor.participations.filter(({ projectStatus }) => projectStatus !== "closed").map(({ projectId }) => projectId),
    ),
    ...pairs(contributing),
    managedProjects: managed.pairProjects,
    managedOrganisations: managed.pairOrganisations,
    coordinated: list(
      contributing.filter(({ projectId }) => coordinates(actor, projectId)).map(({ projectId }) => projectId),
    ),
    administered: list(
      actor.organisations.filter(({ role }) => role === "admin").map(({ organisationId }) => organisationId),
    ),
  };
}

/** The acts that the person may perform on a row of the list, by the names of their procedures. */
function actsOn(actor: Actor, row: AnyRow): readonly string[] {
  const participation = row.projectId === null ? null : participationIn(actor, row.projectId);
  switch (row.kind) {
    case "task": {
      if (participation === null) return [];
      const subject = {
        ...row.details,
        standInId: row.details.away?.standInId ?? null,
        projectId: participation.projectId,
        projectStatus: participation.projectStatus,
      };
      if (!can(actor, "task.handle", subject)) return [];
      const acts: string[] = possibleTaskActs(row.details.state, taskRolesOf(actor, subject));
      // Asking back is asking somebody else.
      return row.details.askedBy === actor.personId ? acts : [...acts, "comment"];
    }
    case "output":
    case "contribution": {
      if (participation === null) return [];
      const { projectId, projectStatus, organisationId } = participation;
      const { leadOrganisationId } = row.details;
      const subject = {
        projectId,
        projectStatus,
        leadOrganisationId,
        contributorIds: [organisationId],
        reviewerIds: [],
      };
      return [
        ...(can(actor, "output.upload", subject) ? ["upload"] : []),
        ...(can(actor, "output.edit", subject) ? ["moveDue"] : []),
        ...(can(actor, "output.ask_time", subject) ? ["askTime"] : []),
      ];
    }
    case "review":
      return row.details.reviewerId === actor.personId ? ["give"] : [];
    case "decision":
      return ["decide"];
    case "time_request": {
      if (participation === null) return [];
      const subject = { ...participation, ...row.details, contributorIds: [], reviewerIds: [] };
      return can(actor, "output.edit", subject) ? ["acceptTime", "declineTime"] : [];
    }
    case "practice":
      return [row.details.returned ? "update" : "publish"];
    case "invitation":
      return row.details.tokenId === null ? [] : ["answer"];
    case "join_request":
      return ["resolveJoinRequest"];
  }
}

/** The address at which the thing is read or done. */
function pathOf(slug: string, row: AnyRow): string {
  const project = `/projects/${slug}`;
  switch (row.kind) {
    case "task":
      return `${project}/tasks/${row.id}`;
    case "output":
    case "contribution":
    case "time_request":
      return `${project}/outputs/${row.details.outputId}`;
    case "review":
      return `${project}/outputs/${row.details.outputId}/submissions/${row.details.submissionId}`;
    case "decision":
      return `${project}/outputs/${row.details.outputId}/submissions/${row.id}`;
    case "practice":
      return `${project}/practices/${row.id}`;
    case "invitation":
      // The link of the newest e-mail, which went to an address that this person has confirmed.
      return row.details.tokenId === null ? "/home" : `/invite/${mailedToken(row.details.tokenId).raw}`;
    case "join_request":
      return "/home";
  }
}

function isRowLate(row: AnyRow, today: IsoDate): boolean {
  if (row.kind === "output" || row.kind === "contribution") {
    return isLate({ status: row.details.status, dueOn: row.dueOn }, today);
  }
  return row.dueOn !== null && row.dueOn < today;
}

/** The next step of an output; null for other kinds. */
const stepOf = (row: AnyRow) =>
  row.kind === "output" || row.kind === "contribution" ? nextStep({ ...row.details, projectStatus: "running" }) : null;

/** For whom the person sees a row because they stand in, and until when; null for rows of their own. */
function standsInFor(
  actor: Actor,
  row: AnyRow,
  can: readonly string[],
): { name: string | null; until: IsoDate } | null {
  if (row.kind === "time_request") return can.length > 0 ? null : row.details.standsInFor;
  if (row.kind !== "task" && row.kind !== "review") return null;
  const { away } = row.details;
  if (away?.standInId !== actor.personId) return null;
  return { name: row.kind === "task" ? row.details.assignee : row.details.reviewer, until: away.until };
}

function positionOf(cursor: string | undefined): DuePosition | null {
  const [sortOn, rank, id] = decodeCursor(cursor, ["text", "number", "uuid"]) ?? [];
  return isIsoDate(String(sortOn)) ? { sortOn: String(sortOn), rank: Number(rank), id: String(id) } : null;
}

/**
 * What is due from the person and their organisations over all projects, by day: tasks, outputs they lead or contribute
 * to, reviews, decisions, requests for more time, practices, invitations and requests to join. What waits for an answer
 * without a day comes with today's; things without a day come last. `late` and `group` count days in Brussels.
 */
export async function listDue(ctx: MemberContext, input: { cursor?: string | undefined }) {
  const { actor } = ctx;
  const today = dayInBrussels(ctx.now);
  const statement = dueStatement(scopeOf(actor, ctx.now), positionOf(input.cursor), outputDetails());
  const stored = await ctx.db.execute<StoredRow>(statement);
  const rows = [...stored].map(({ rank, ...row }) => ({ ...row, kind: dueKinds[rank] }) as AnyRow);
  const page = toPage(rows, pageSize, (row) => [row.sortOn, dueKinds.indexOf(row.kind), row.id]);
  const items = page.items.map((row) => {
    const participation = row.projectId === null ? null : participationIn(actor, row.projectId);
    const invited = row.kind === "invitation" ? row.details : null;
    const projectSlug = participation?.slug ?? null;
    const can = actsOn(actor, row);
    return {
      ...row,
      title: row.details.title,
      projectSlug,
      acronym: participation?.acronym ?? invited?.acronym ?? null,
      late: isRowLate(row, today),
      group: dueGroup(row.sortOn, today),
      next: stepOf(row),
      can,
      standsInFor: standsInFor(actor, row, can),
      path: pathOf(projectSlug ?? "", row),
    };
  });
  return { today, ...page, items };
}

export type DueItem = Awaited<ReturnType<typeof listDue>>["items"][number];
