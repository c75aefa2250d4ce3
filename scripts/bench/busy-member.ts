import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { aProject, type TestProject } from "@/server/testing/factories";
import { aSession } from "@/server/testing/session";

const projects = 20;
const itemsInProject = 100;
const plan = { workPackages: 30, outputs: 150, tasks: 1_000 };

/** Open tasks of a person, due every day from 50 days ago on. */
async function addTasks(db: Db, project: TestProject, personId: string, count: number): Promise<void> {
  const { organisationId, manager } = project.partner;
  await db.execute(sql`insert into tasks (id, project_id, title, organisation_id, assignee_id, asked_by, asked_for_id,
      due_on, state)
    select gen_random_uuid(), ${project.id}, 'Task ' || n, ${organisationId}, ${personId}, ${manager}, ${organisationId},
      current_date - 50 + n % 100, 'open' from generate_series(1, ${count}::int) n`);
}

/** Work packages of a year, and outputs that are due while their work package lasts. */
async function addPlan(db: Db, project: TestProject): Promise<void> {
  const { organisationId } = project.partner;
  await db.execute(sql`insert into work_packages (id, project_id, number, title, starts_on, ends_on, lead_organisation_id)
    select gen_random_uuid(), ${project.id}, n, 'Package ' || n, current_date - 200 + n * 10, current_date + 165 + n * 10,
      ${organisationId} from generate_series(1, ${plan.workPackages}::int) n`);
  await db.execute(sql`insert into outputs (id, project_id, work_package_id, number, title, type, lead_organisation_id,
      status, due_on, first_due_on)
    select gen_random_uuid(), ${project.id}, w.id, n, 'Output ' || n, 'guide', ${organisationId}, 'in_progress',
      w.ends_on - n % 90, w.ends_on - n % 90 - n % 3 * 10
    from generate_series(1, ${plan.outputs}::int) n
      join work_packages w on w.project_id = ${project.id} and w.number = 1 + n % ${plan.workPackages}::int`);
}

/**
 * A person in twenty projects with two thousand open tasks, and another project with thirty work packages, 150 outputs
 * and a thousand tasks; returns the person's session cookie and the slug of that project.
 */
export async function aBusyMember(db: Db): Promise<{ cookie: string; planned: string }> {
  const first = await aProject(db);
  const personId = first.partner.manager;
  await addTasks(db, first, personId, itemsInProject);
  const join = async () => {
    const project = await aProject(db);
    await db.execute(sql`insert into participation_people (id, project_id, participation_id, person_id, role)
      values (gen_random_uuid(), ${project.id}, ${project.partner.participationId}, ${personId}, 'contributor')`);
    return project;
  };
  for (let count = 1; count < projects; count += 1) await addTasks(db, await join(), personId, itemsInProject);
  const large = await aProject(db);
  await addPlan(db, large);
  await addTasks(db, large, large.partner.manager, plan.tasks);
  await db.execute(sql`insert into participation_people (id, project_id, participation_id, person_id, role)
    values (gen_random_uuid(), ${large.id}, ${large.partner.participationId}, ${personId}, 'viewer')`);
  return { cookie: await aSession(db, personId), planned: large.slug };
}
