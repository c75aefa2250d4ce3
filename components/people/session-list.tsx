"use client";

import { useTranslations } from "@/messages/use-translations";
import { useState } from "react";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { useMutation } from "../shared/use-mutation";
import { Button } from "../ui/button";
import { Ago } from "../ui/date-time";
import { signOut } from "./authentication";
import { useVerified } from "./identity-check";

type Session = { id: string; browser: string; system: string; lastSeenAt: Date; isCurrent: boolean };
type Props = { sessions: readonly Session[]; nextCursor: string | null };

/** Sessions of the person, with a button to sign out each device. */
export function SessionList({ sessions, nextCursor }: Props) {
  const t = useTranslations("people.sessions");
  const refresh = useRefresh();
  const verified = useVerified();
  const [further, setFurther] = useState<Props | null>(null);
  const [ended, setEnded] = useState<ReadonlySet<string>>(new Set());
  const { run, pending, problem } = useMutation((mutate: () => Promise<void>) => mutate());
  const cursor = further ? further.nextCursor : nextCursor;
  const shown = [...sessions, ...(further?.sessions ?? [])].filter(({ id }) => !ended.has(id));

  const deviceOf = ({ browser, system }: Session) =>
    browser && system ? t("device", { browser, system }) : browser || system || t("unknown");
  const end = ({ id, isCurrent }: Session) =>
    run(async () => {
      if (isCurrent) return signOut();
      await verified(() => trpc.people.endSession.mutate({ sessionId: id }));
      setEnded((before) => new Set([...before, id]));
      refresh();
    });
  const showMore = () =>
    run(async () => {
      const page = await trpc.people.sessions.query({ cursor: cursor ?? undefined });
      setFurther({ sessions: [...(further?.sessions ?? []), ...page.items], nextCursor: page.nextCursor });
    });

  return (
    <div className="grid gap-4">
      {problem ? <p role="alert">{problem.sentence}</p> : null}
      <ul className="divide-line border-line divide-y border-y">
        {shown.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5">
            <span className="min-w-0 flex-1 basis-52">
              <span className="font-semibold">{deviceOf(session)}</span>
              <span className="text-ink-soft block text-sm">
                {session.isCurrent ? (
                  t("current")
                ) : (
                  <>
                    {t("lastUsed")} <Ago value={session.lastSeenAt} />
                  </>
                )}
              </span>
            </span>
            <Button
              size="small"
              aria-label={t("signOutDevice", { device: deviceOf(session) })}
              aria-disabled={pending}
              onClick={() => void end(session)}
            >
              {t("signOut")}
            </Button>
          </li>
        ))}
      </ul>
      {cursor ? (
        <Button className="justify-self-start" aria-disabled={pending} onClick={() => void showMore()}>
          {t("more")}
        </Button>
      ) : null}
      <MutationForm
        draft={null}
        submit={t("everywhere")}
        submitKind="plain"
        mutate={() => verified(() => trpc.people.signOutEverywhere.mutate())}
        onDone={() => void signOut()}
      >
        {null}
      </MutationForm>
    </div>
  );
}
