import type { EligibilityOrganisation } from "./consortium";
import type { OrganisationType } from "./vocabulary";

const types: Readonly<Record<string, OrganisationType>> = {
  hei: "higher_education_institution",
  sch: "school",
  vet: "vet_provider",
  adu: "adult_education",
  you: "youth_organisation",
  pub: "public_authority",
  aut: "school_authority",
  ent: "enterprise",
  ngo: "ngo",
  res: "research",
  oth: "other",
};

/**
 * A consortium for tests: "ES:sch IT:sch 2xGR:unk UA:ngo?"; the first one coordinates, `?` marks associated ones, `unk`
 * an unknown type.
 */
export function aConsortium(text: string): EligibilityOrganisation[] {
  return text.split(" ").flatMap((word, index) => {
    const [, times = "1", country = "", short = "", associated] =
      /^(?:(\d+)x)?([A-Z]{2}):([a-z]{3})(\?)?$/.exec(word) ?? [];
    const type = types[short];
    if (!type && short !== "unk") throw new Error(`not an organisation: ${word}`);
    return Array.from({ length: Number(times) }, (_, turn): EligibilityOrganisation => {
      const role = associated ? "associated" : index === 0 && turn === 0 ? "coordinator" : "partner";
      return { country, type, role };
    });
  });
}
