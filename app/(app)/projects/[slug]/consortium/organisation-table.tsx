import { getLocale } from "next-intl/server";
import { partnerPath } from "@/components/activity/activity-path";
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

async function State({ place }: { place: Organisation }) {
  const t = await getTranslations("projects.consortium");
  const format = await getFormatter();
  if (place.endedOn) {
    const day = new Date(`${place.endedOn}T12:00:00Z`);
    const date = format.dateTime(day, { dateStyle: "medium", timeZone: "UTC" });
    const { ended } = place;
    return <StatusBadge tone={ended ? "muted" : "neutral"}>{t(ended ? "endedOn" : "endsOn", { date })}</StatusBadge>;
  }
  if (place.joinedAt) return <StatusBadge tone="approved">{t("joinedOn", { date: place.joinedAt })}</StatusBadge>;
  return (
    <StatusBadge tone="due">{t(place.invitation === null ? "notInvited" : lastAnswer[place.invitation])}</StatusBadge>
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
        {organisations.map((place) => (
          <tr key={place.id}>
            <RowHead className="min-w-52">
              <Chip
                hue={place.hue}
                country={place.country}
                name={place.shortName}
                {...(place.kind === "evaluator" ? {} : { href: partnerPath(slug, place.organisationId) })}
              />
              <span className="text-ink-soft mt-1 block text-sm font-normal">
                {[place.legalName, place.type ? types(place.type) : null, place.oid].filter(Boolean).join(" · ")}
              </span>
            </RowHead>
            <Td>
              {place.city ? `${place.city}, ` : null}
              {regionName(place.country, locale)}
            </Td>
            <Td>{kinds(place.kind)}</Td>
            <Td>
              <State place={place} />
            </Td>
            <Td numeric label={t("people")}>
              {place.people}
            </Td>
            <Td acts>
              <ParticipationMenu
                slug={slug}
                today={today}
                place={place}
                canInvite={place.can["participation.people"]}
                canChange={place.can["consortium.change"]}
              />
            </Td>
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}
