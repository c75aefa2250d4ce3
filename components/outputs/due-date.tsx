import type { ReactNode } from "react";
import { slip } from "@/domain/due-dates";
import { useTranslations } from "@/messages/use-translations";
import { ClientMessages } from "../shared/client-messages";
import { CalendarDate } from "../ui/date-time";
import { MoveDueForm } from "./move-due";
import { AskTimeForm, TimeAnswer } from "./time-requests";

type Move = {
  id: string;
  from: string | null;
  to: string;
  reason: string;
  person: string | null;
  organisation: string;
};

type Request = {
  id: string;
  dueOn: string;
  reason: string;
  person: string | null;
  organisationId: string;
  organisation: string;
};

type Props = {
  output: { id: string; dueOn: string | null; firstDueOn: string | null; revision: number; dueMoves: number };
  canMove: boolean;
  /** Requests for more time that nobody answered yet. */
  requests: readonly Request[];
  /** The organisation for which the person may ask for more time; null for those who may not. */
  asksFor: string | null;
  moves: readonly Move[];
  /** Links to further moves. */
  pager: ReactNode;
};

/** The due date of an output, the first one, how it moved, and the form that moves it. */
export function DueDate({ output, canMove, requests, asksFor, moves, pager }: Props) {
  const tTime = useTranslations("outputs.time");
  const t = useTranslations("outputs.dueDate");
  const day = (value: string) => () => <CalendarDate value={value} />;
  const { dueOn, firstDueOn } = output;
  const days = slip(firstDueOn, dueOn);
  return (
    <section aria-labelledby="due-date" className="grid gap-2 text-sm">
      <h2 id="due-date" className="font-semibold">
        {t("title")}
      </h2>
      <p>{dueOn ? t.rich("on", { day: day(dueOn) }) : t("none")}</p>
      {output.dueMoves > 0 && firstDueOn && firstDueOn !== dueOn ? (
        <p className="text-ink-soft">
          {t.rich(days < 0 ? "earlier" : "slip", { day: day(firstDueOn), days: Math.abs(days) })}
        </p>
      ) : null}
      {requests.map((request) => (
        <div key={request.id} className="border-due grid gap-2 border-s-2 ps-3 wrap-anywhere">
          <p>
            {tTime.rich("asked", {
              person: request.person ?? t("former"),
              organisation: request.organisation,
              day: day(request.dueOn),
            })}
          </p>
          <p dir="auto" className="whitespace-pre-line">
            {request.reason}
          </p>
          {canMove ? (
            <ClientMessages of={["outputs.time"]}>
              <TimeAnswer requestId={request.id} />
            </ClientMessages>
          ) : null}
        </div>
      ))}
      {asksFor !== null && requests.every(({ organisationId }) => organisationId !== asksFor) ? (
        <details>
          <summary className="link w-fit">{tTime("ask")}</summary>
          <div className="pt-3">
            <ClientMessages of={["outputs.time"]}>
              <AskTimeForm outputId={output.id} dueOn={dueOn} />
            </ClientMessages>
          </div>
        </details>
      ) : null}
      {canMove ? (
        <details>
          <summary className="link w-fit">{dueOn ? t("move") : t("set")}</summary>
          <div className="pt-3">
            <ClientMessages of={["outputs.dueDate"]}>
              <MoveDueForm outputId={output.id} dueOn={dueOn} revision={output.revision} />
            </ClientMessages>
          </div>
        </details>
      ) : null}
      {output.dueMoves > 0 ? (
        <details>
          <summary className="link w-fit">{t("history", { count: output.dueMoves })}</summary>
          <ol className="grid gap-3 pt-3">
            {moves.map((move) => (
              <li key={move.id} className="border-line border-s-2 ps-3 wrap-anywhere">
                <p className="font-semibold">
                  {move.from
                    ? t.rich("moved", { from: day(move.from), to: day(move.to) })
                    : t.rich("setTo", { to: day(move.to) })}
                </p>
                <p dir="auto" className="whitespace-pre-line">
                  {move.reason}
                </p>
                <p className="text-ink-soft">
                  {t("by", { person: move.person ?? t("former"), organisation: move.organisation })}
                </p>
              </li>
            ))}
          </ol>
          {pager}
        </details>
      ) : null}
    </section>
  );
}
