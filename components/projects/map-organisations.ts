import type { ParticipationKind } from "@/domain/actor";
import type { MapOrganisation } from "./consortium-map";
import { activityPath } from "./heat-rows";

type Taking = {
  id: string;
  organisationId: string;
  shortName: string;
  country: string;
  city: string | null;
  /** Where the town lies; without it the map takes the middle of the country. */
  at: { lat: number; lon: number } | null;
  hue: number;
  kind: ParticipationKind;
  joinedAt: Date | null;
  ended: boolean;
};

/** The organisations that take part as the map draws them; who has left and who only judges are not on it. */
export function mapOrganisations(organisations: readonly Taking[], slug: string): MapOrganisation[] {
  return organisations
    .filter(({ kind, ended }) => kind !== "evaluator" && !ended)
    .map(({ organisationId, shortName, country, city, at, hue, kind, joinedAt }) => ({
      id: organisationId,
      shortName,
      country,
      ...(city ? { city } : {}),
      ...(at ?? {}),
      hue,
      kind,
      pending: joinedAt === null,
      href: activityPath(slug, organisationId, null),
    }));
}
