import type { Route } from "next";
import { useTranslations } from "@/messages/use-translations";
import { Anchor } from "../ui/anchor";
import { StopFollowing } from "./stop-following";

type Follow = {
  id: string;
  search: string | null;
  name: string;
  practice: { title: string | null; slug: string | null } | null;
};

/** The practices and searches that a person follows, each with a button to stop. */
export function FollowList({ follows }: { follows: readonly Follow[] }) {
  const t = useTranslations("follows");
  return (
    <ul className="divide-line border-line divide-y border-y">
      {follows.map(({ id, search, name, practice }) => {
        const shown = practice ? (practice.title ?? t("withdrawn")) : name;
        const path = practice ? practice.slug && `/practices/${practice.slug}` : `/library?${search ?? ""}`;
        return (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
            <span className="min-w-0">
              {path ? (
                <Anchor href={path as Route} className="link font-semibold">
                  {shown}
                </Anchor>
              ) : (
                shown
              )}
              <span className="text-ink-soft block text-sm">{practice ? t("practice") : t("search")}</span>
            </span>
            <StopFollowing followId={id} name={shown} />
          </li>
        );
      })}
    </ul>
  );
}
