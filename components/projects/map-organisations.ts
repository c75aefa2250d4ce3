import type { ParticipationKind } from "@/domain/actor";
import { partnerPath } from "../activity/partner-links";
import type { MapOrganisation } from "../pictures/consortium-map-data";

type Participation = {
  id: string;
  organisationId: string;
  shortName: string;
  country: string;
  city: string | null;
  /** The coordinates of the town; without them the map uses the middle of the country. */
  at: { lat: number; lon: number } | null;
  hue: number;
  kind: ParticipationKind;
  joinedAt: Date | null;
  ended: boolean;
};

/** The organisations on the map, without former ones and evaluators. */
export function mapOrganisations(organisations: readonly Participation[], slug: string): MapOrganisation[] {
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
      href: partnerPath(slug, organisationId),
    }));
}
