import { redirect } from "next/navigation";
import { v7 as uuid } from "uuid";
import { stepPath } from "@/components/projects/wizard/steps";
import { requireActor } from "@/server/trpc/rsc";

/** A new draft gets its address at once; it is saved when something is typed. */
export default async function NewProjectPage() {
  const actor = await requireActor("/projects/new");
  redirect(actor.organisations.length === 0 ? "/welcome" : stepPath(uuid(), "basics"));
}
