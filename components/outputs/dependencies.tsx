import type { Route } from "next";
import { canHold } from "@/domain/dependencies";
import { outputCode } from "@/domain/outputs";
import { useTranslations } from "@/messages/use-translations";
import { ClientMessages } from "../shared/client-messages";
import { Anchor } from "../ui/anchor";
import { CalendarDate } from "../ui/date-time";
import { DependencyForm, RemoveDependency } from "./dependency-form";

type Before = { id: string; number: number; title: string; dueOn: string | null };

type Props = {
  output: { id: string; slug: string; dueOn: string | null; after: readonly Before[] };
  canEdit: boolean;
};

/** The outputs that come before this one, with a warning where the dates cannot hold. */
export function Dependencies({ output, canEdit }: Props) {
  const t = useTranslations("outputs.dependencies");
  if (output.after.length === 0 && !canEdit) return null;
  return (
    <section aria-labelledby="starts-after" className="grid gap-2 text-sm">
      <h2 id="starts-after" className="font-semibold">
        {t("title")}
      </h2>
      <ClientMessages of={["outputs.dependencies"]}>
        {output.after.length === 0 ? (
          <p>{t("none")}</p>
        ) : (
          <ul className="grid gap-2">
            {output.after.map((before) => (
              <li key={before.id} className="wrap-anywhere">
                <Anchor href={`/projects/${output.slug}/outputs/${before.id}` as Route} className="link">
                  {outputCode(before.number)} <bdi>{before.title}</bdi>
                </Anchor>
                {before.dueOn ? (
                  <>
                    {" · "}
                    <CalendarDate value={before.dueOn} />
                  </>
                ) : null}
                {canHold(output.dueOn, before) ? null : (
                  <p className="text-late">{t("cannotHold", { code: outputCode(before.number) })}</p>
                )}
                {canEdit ? <RemoveDependency outputId={output.id} number={before.number} /> : null}
              </li>
            ))}
          </ul>
        )}
        {canEdit ? (
          <details>
            <summary className="link w-fit">{t("open")}</summary>
            <div className="pt-3">
              <DependencyForm outputId={output.id} />
            </div>
          </details>
        ) : null}
      </ClientMessages>
    </section>
  );
}
