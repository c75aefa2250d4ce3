import { getLocale } from "next-intl/server";
import { partnerPath } from "@/components/activity/partner-links";
import { ParticipationMenu } from "@/components/projects/participation-menu";
import { Chip } from "@/components/ui/chip";
import { StatusBadge } from "@/components/ui/status-badge";
import { RowHead, Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { regionName } from "@/domain/display-names";
import type { InvitationStatus } from "@/domain/projects";
import { getFormatter, getTranslations } from "@/messages/server";
import type { listParticipations } from "@/server/projects/queries/get-consortium";

type Organisation = Awaited<ReturnType<typeof listParticipations>>[number];
type Props = { slug: string; organisations: readonly Organisation[]; today: string };

const lastAnswer = {
  pending: "invited",
  accepted: "invited",
  declined: "declined",
  revoked: "takenBack",
  expired: "noAnswer",
} as const satisfies Record<InvitationStatus, string>;

async function State({ participation }: { participation: Organisation }) {
  const t = await getTranslations("projects.consortium");
  const format = await getFormatter();
  if (participation.endedOn) {
    const day = new Date(`${participation.endedOn}T12:00:00Z`);
    const date = format.dateTime(day, { dateStyle: "medium", timeZone: "UTC" });
    const { ended } = participation;
    return <StatusBadge tone={ended ? "muted" : "neutral"}>{t(ended ? "endedOn" : "endsOn", { date })}</StatusBadge>;
  }
  if (participation.joinedAt)
    return <StatusBadge tone="approved">{t("joinedOn", { date: participation.joinedAt })}</StatusBadge>;
  return (
    <StatusBadge tone="due">
      {t(participation.invitation === null ? "notInvited" : lastAnswer[participation.invitation])}
    </StatusBadge>
  );
}

/** Organisations with kind and start of their participation. */
export async function OrganisationTable({ slug, organisations, today }: Props) {
  const [t, kinds, types] = await Promise.all([
    getTranslations("projects.consortium"),
    getTranslations("projects.kinds"),
    getTranslations("programme.organisationTypes"),
  ]);
  const locale = await getLocale();
  return (
    <Table caption={t("organisations")} stacked>
      <Thead>
        <Th>{t("organisation")}</Th>
        <Th>{t("place")}</Th>
        <Th>{t("kind")}</Th>
        <Th>{t("joined")}</Th>
        <Th numeric>{t("people")}</Th>
        <Th>
          <span className="sr-only">{t("acts")}</span>
        </Th>
      </Thead>
      <Tbody>
        {organisations.map((participation) => (
          <tr key={participation.id}>
            <RowHead className="min-w-52">
              <Chip
                hue={participation.hue}
                country={participation.country}
                name={participation.shortName}
                {...(participation.kind === "evaluator"
                  ? {}
                  : { href: partnerPath(slug, participation.organisationId) })}
              />
              <span className="text-ink-soft mt-1 block text-sm font-normal">
                {[participation.legalName, participation.type ? types(participation.type) : null, participation.oid]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </RowHead>
            <Td>
              {participation.city ? `${participation.city}, ` : null}
              {regionName(participation.country, locale)}
            </Td>
            <Td>{kinds(participation.kind)}</Td>
            <Td>
              <State participation={participation} />
            </Td>
            <Td numeric label={t("people")}>
              {participation.people}
            </Td>
            <Td actions>
              <ParticipationMenu
                slug={slug}
                today={today}
                participation={participation}
                canInvite={participation.can["participation.people"]}
                canChange={participation.can["consortium.change"]}
                canCorrect={participation.can["organisation.correct"]}
              />
            </Td>
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}
