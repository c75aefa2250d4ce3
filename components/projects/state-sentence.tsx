import { getTranslations } from "@/messages/words";
import type { ProjectMoment, projectState } from "./project-state";

/** The state of a project in one line. */
export async function StateSentence({ time, rest }: ReturnType<typeof projectState>) {
  const t = await getTranslations("projects.overview");
  const say = (moment: ProjectMoment) => t(moment.part, moment.values);
  return (
    <>
      {time ? `${say(time)} ` : null}
      {rest.length > 0 ? `${rest.map(say).join("; ")}.` : null}
    </>
  );
}
