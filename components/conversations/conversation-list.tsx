import type { Route } from "next";
import { useTranslations } from "@/messages/use-translations";
import { Anchor } from "../ui/anchor";
import { DateTime } from "../ui/date-time";

type Conversation = {
  id: string;
  state: string;
  writtenAt: Date;
  practice: { title: string };
  organisation: { shortName: string };
  owner: { shortName: string };
};

/** Conversations about practices, each with its state and the time of the newest message. */
export function ConversationList({ conversations }: { conversations: readonly Conversation[] }) {
  const t = useTranslations("conversations");
  return (
    <ul className="divide-line border-line divide-y border-y">
      {conversations.map(({ id, state, writtenAt, practice, organisation, owner }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-3">
          <span className="min-w-0">
            <Anchor href={`/conversations/${id}` as Route} className="link font-semibold">
              {practice.title}
            </Anchor>
            <span className="text-ink-soft block text-sm">
              {t("list.between", { name: organisation.shortName, owner: owner.shortName })}, {t(`states.${state}`)}
            </span>
          </span>
          <span className="text-ink-soft text-sm">
            <DateTime value={writtenAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}
