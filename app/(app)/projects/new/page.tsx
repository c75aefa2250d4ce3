import { redirect } from "next/navigation";
import { v7 as uuid } from "uuid";
import { stepPath } from "@/components/projects/wizard/steps";
import { requireActor } from "@/server/trpc/rsc";

/** A new draft has its own address from the first moment; nothing is kept until something is typed. */
export default async function NewProjectPage() {
  const actor = await requireActor("/projects/new");
  redirect(actor.organisations.length === 0 ? "/welcome" : stepPath(uuid(), "basics"));
}
