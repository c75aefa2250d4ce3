import type { Route } from "next";
import { MemberMenu } from "@/components/projects/member-menu";
import { type Absence, useAwayText } from "@/components/absences/away-text";
import { Pager } from "@/components/shared/pager";
import { Chip } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { StatusBadge } from "@/components/ui/status-badge";
import { RowHead, Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { getTranslations } from "@/messages/server";
import type { listMembers } from "@/server/projects/queries/get-consortium";

/** Under the name of a person who is away. */
function AwayNote({ away }: { away: Absence }) {
  return <p className="text-ink-soft text-sm font-normal">{useAwayText()(away)}</p>;
}

type Props = { slug: string; path: string; people: Awaited<ReturnType<typeof listMembers>>; isFirst: boolean };

/** The people of the project and their roles. */
export async function PeopleTable({ slug, path, people, isFirst }: Props) {
  const [t, roles] = await Promise.all([getTranslations("projects.consortium"), getTranslations("projects.roles")]);
  if (people.items.length === 0) return <EmptyState title={t("noPeople")}>{t("noPeopleText")}</EmptyState>;
  const showsAddresses = people.items.some(({ address }) => address !== null);
  const hasActions = people.items.some((person) => person.me || person.can["participation.people"]);
  return (
    <>
      <Table caption={t("people")} stacked>
        <Thead>
          <Th>{t("person")}</Th>
          <Th>{t("organisation")}</Th>
          <Th>{t("role")}</Th>
          {showsAddresses ? <Th>{t("address")}</Th> : null}
          {hasActions ? (
            <Th>
              <span className="sr-only">{t("acts")}</span>
            </Th>
          ) : null}
        </Thead>
        <Tbody>
          {people.items.map((person) => (
            <tr key={person.id}>
              <RowHead className="min-w-32">
                {person.name}
                {person.away ? <AwayNote away={person.away} /> : null}
              </RowHead>
              <Td>
                <Chip hue={person.hue} country={person.country} name={person.shortName} />
              </Td>
              <Td>{person.ended ? <StatusBadge tone="muted">{t("personEnded")}</StatusBadge> : roles(person.role)}</Td>
              {showsAddresses ? (
                <Td className="min-w-52 wrap-anywhere">
                  {person.address}
                  {person.refusedAt ? (
                    <p className="text-late mt-1 text-sm">{t("addressRefused", { since: person.refusedAt })}</p>
                  ) : null}
                </Td>
              ) : null}
              {hasActions ? (
                <Td actions>
                  {person.me || person.can["participation.people"] ? (
                    <MemberMenu
                      member={person}
                      manages={person.can["participation.people"]}
                      handOver={
                        person.can["member.hand_over"]
                          ? (`/projects/${slug}/hand-over?member=${person.id}` as Route)
                          : null
                      }
                    />
                  ) : null}
                </Td>
              ) : null}
            </tr>
          ))}
        </Tbody>
      </Table>
      <Pager
        next={people.nextCursor ? (`${path}?people=${people.nextCursor}#people` as Route) : null}
        first={isFirst ? null : (path as Route)}
      />
    </>
  );
}
