import type { Route } from "next";
import type { ReactNode } from "react";
import { dueGroups } from "@/domain/due-list";
import { useTranslations } from "@/messages/use-translations";
import type { DueItem } from "@/server/people/queries/due";
import { ClientMessages } from "../shared/client-messages";
import { KeptLines } from "../shared/kept-lines";
import { DoneButton, TaskActForm, TaskButton, type TaskFormAct } from "../tasks/task-acts";
import type { Assignees } from "../tasks/task-form";
import { Anchor } from "../ui/anchor";
import { CalendarDate } from "../ui/date-time";
import { LinkButton } from "../ui/link-button";
import { StatusBadge } from "../ui/status-badge";
import { AskTimeForm, TimeAnswer } from "../outputs/time-requests";
import { AskBackForm } from "./ask-back";
import { DueLine, StandsInFor } from "./due-line";
import { JoinRequestAnswer } from "./join-request-answer";

/** Acts whose form the address of the page opens in the row of the list. */
const formActs = ["handOver", "moreTime", "decline", "drop", "comment", "askTime"] as const;
type FormAct = (typeof formActs)[number];
export type OpenDue = { id: string; form: FormAct };

/** The form that these address parameters open. */
export function openDueIn({ task, form }: Record<string, unknown>): OpenDue | null {
  const known = formActs.find((name) => name === form);
  return known && typeof task === "string" ? { id: task, form: known } : null;
}

type Props = {
  items: readonly DueItem[];
  /** People of the organisation of the task that is handed over. */
  assignees: Assignees;
  open: OpenDue | null;
  /** The address of the page with a form open, and without one. */
  address: (open: OpenDue | null) => Route;
  /** Shown when nothing is due. */
  empty: ReactNode;
};

const opens = { output: "open", contribution: "open", review: "openReview", decision: "openDecision" } as const;

function OpenForm({
  item,
  form,
  assignees,
  address,
}: Omit<Props, "items" | "open" | "empty"> & { item: DueItem; form: FormAct }) {
  const close = address(null);
  if (form === "askTime") {
    return item.kind === "output" || item.kind === "contribution" ? (
      <AskTimeForm outputId={item.id} dueOn={item.dueOn} next={close} />
    ) : null;
  }
  if (item.kind !== "task") return null;
  const { organisationId, assigneeId, askedBy, askerTakesPart } = item.details;
  if (form === "comment") {
    return <AskBackForm taskId={item.id} askedBy={askerTakesPart ? askedBy : null} next={close} />;
  }
  const act: TaskFormAct = form;
  const colleagues = assignees.find((one) => one.organisationId === organisationId)?.people ?? [];
  return (
    <TaskActForm
      key={act}
      taskId={item.id}
      act={act}
      dueOn={item.dueOn}
      next={close}
      colleagues={colleagues.filter(({ id }) => id !== assigneeId)}
    />
  );
}

/** The buttons and links of a row. */
function Acts({ item, address }: { item: DueItem; address: Props["address"] }) {
  const t = useTranslations("people.home");
  const tDue = useTranslations("people.due");
  const forms = formActs.filter((act) => item.can.includes(act));
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      {item.can.includes("accept") ? <TaskButton taskId={item.id} act="accept" /> : null}
      {item.can.includes("takeOver") ? <TaskButton taskId={item.id} act="takeOver" /> : null}
      {item.can.includes("done") ? <DoneButton taskId={item.id} /> : null}
      {item.can.includes("acceptTime") ? <TimeAnswer requestId={item.id} /> : null}
      {item.kind === "join_request" ? (
        <JoinRequestAnswer requestId={item.id} labels={{ accept: t("acceptRequest"), decline: t("decline") }} />
      ) : null}
      {item.kind === "practice" ? (
        <LinkButton href={item.path as Route} size="small">
          {item.details.returned ? t("open") : t("openDecision")}
        </LinkButton>
      ) : null}
      {item.kind === "invitation" ? (
        <LinkButton href={item.path as Route} size="small" kind="primary">
          {tDue("answer")}
        </LinkButton>
      ) : null}
      {item.kind in opens ? (
        <LinkButton
          href={item.path as Route}
          size="small"
          kind={item.kind === "review" && item.can.includes("give") ? "primary" : "plain"}
        >
          {item.next === "upload_first" ? t("upload") : t(opens[item.kind as keyof typeof opens])}
        </LinkButton>
      ) : null}
      {forms.map((form) => (
        <Anchor key={form} href={address({ id: item.id, form })} className="link text-sm">
          {tDue(`acts.${form}`)}
        </Anchor>
      ))}
    </div>
  );
}

/** What is due from the person's organisations, in the groups late, this week and later, with the acts of each row. */
export function DueList({ items, assignees, open, address, empty }: Props) {
  const t = useTranslations("people.due");
  const lines = items.map((item) => ({
    id: `${item.kind}-${item.id}`,
    section: `due-${item.group}`,
    line: (
      <>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <StatusBadge tone={item.late ? "late" : item.group === "week" ? "due" : "neutral"}>
            {item.kind === "task" && !item.late ? t(`states.${item.details.state}`) : t(`kinds.${item.kind}`)}
          </StatusBadge>
          <Anchor href={item.path as Route} className="link font-semibold wrap-anywhere">
            {"number" in item.details && item.kind !== "task" ? `O${String(item.details.number)} ` : ""}
            <bdi>{item.title}</bdi>
          </Anchor>
        </p>
        <p className="text-ink-soft text-sm wrap-anywhere">
          {item.acronym ? `${item.acronym} · ` : ""}
          <DueLine item={item} />
          <StandsInFor item={item} />
          {item.dueOn ? (
            <>
              {" · "}
              <CalendarDate value={item.dueOn} />
            </>
          ) : null}
        </p>
        {item.kind === "task" && item.details.note ? (
          <p dir="auto" className="max-w-prose whitespace-pre-line wrap-anywhere">
            {item.details.note}
          </p>
        ) : null}
        <Acts item={item} address={address} />
        {open?.id === item.id && item.can.includes(open.form) ? (
          <div className="max-w-xl pt-1">
            <OpenForm item={item} form={open.form} assignees={assignees} address={address} />
          </div>
        ) : null}
      </>
    ),
  }));
  return (
    <ClientMessages of={["tasks.acts", "outputs.time", "people.due"]}>
      <KeptLines
        key={address(null)}
        lines={lines}
        sections={dueGroups.map((group) => ({ id: `due-${group}`, title: t(`groups.${group}`) }))}
        empty={empty}
      />
    </ClientMessages>
  );
}
