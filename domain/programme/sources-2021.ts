import type { SourceRow } from "./source-row";

const ECN = "https://erasmus-plus.ec.europa.eu";
const WIKI = "https://wikis.ec.europa.eu";

export const sources2021 = {
  GEONAMES: ["GeoNames, gazetteer of places", 2020, "https://www.geonames.org/"],
  GUIDE27: ["Erasmus+ Programme Guide", 2025, `${ECN}/erasmus-programme-guide`],
  "EC-CTRY25": [
    "European Commission, Programme Guide: Eligible countries",
    2025,
    `${ECN}/programme-guide/part-a/eligible-countries`,
  ],
  "GOVUK-26": [
    "GOV.UK: Overview of the Erasmus+ programme",
    2026,
    "https://www.gov.uk/government/publications/the-erasmus-programme/overview-of-the-erasmus-programme",
  ],
  "MOV-25": [
    "Movetia: New developments for Erasmus+",
    2025,
    "https://movetia.ch/en/magazine/new-developments-for-erasmus",
  ],
  PG25: ["Erasmus+ Programme Guide, version 2", 2025, `${ECN}/document/erasmus-programme-guide-2025-version-2`],
  "BM-ME": [
    "European Commission, Beneficiary Module: multiplier events",
    2021,
    `${WIKI}/pages/viewpage.action?pageId=50105954`,
  ],
  JUGENDBUERO: [
    "National Agency of German-speaking Belgium: Cooperation Partnerships 2021",
    2021,
    "https://www.jugendbuero.be/unsere-programme/erasmusplus/jugend/strategische-partnerschaften-2/",
  ],
  "IE-CBY22": [
    "Access Europe: Capacity building in youth 2022",
    2022,
    "https://www.accesseurope.ie/open-funds/erasmus-capacity-building-in-the-field-of-youth",
  ],
  "EC-CBVET": [
    "European Commission: Capacity building in VET",
    2025,
    `${ECN}/ro/opportunities/organisations/cooperation-among-organisations-and-institutions/capacity-building-vet`,
  ],
  "CYF-CBSPORT": [
    "Cyprus Funding Programmes Portal: Capacity building in sport",
    2025,
    "https://www.fundingprogrammesportal.gov.cy/en/call/capacity-building-in-the-field-of-sport-en-2025",
  ],
  "CYF-220-25": [
    "Cyprus Funding Programmes Portal: Cooperation Partnerships",
    2025,
    "https://www.fundingprogrammesportal.gov.cy/en/call/cooperation-partnerships-en-2025",
  ],
  "CYF-210-25": [
    "Cyprus Funding Programmes Portal: Small-scale Partnerships",
    2025,
    "https://www.fundingprogrammesportal.gov.cy/en/call/small-scale-partnerships-en-2025",
  ],
  "CY-220": [
    "Cyprus National Agency: Cooperation Partnerships",
    2026,
    "https://erasmusplus.idep.org.cy/en/vasiki-drasi-2/symprakseis-synergasias",
  ],
  "CY-210": [
    "Cyprus National Agency: Small-scale Partnerships",
    2026,
    "https://erasmusplus.idep.org.cy/en/vasiki-drasi-2/symprakseis-mikris-klimakas",
  ],
  "AF-220WP": [
    "European Commission: Project design and implementation in KA220 applications",
    2024,
    `${WIKI}/display/NAITDOC/Project+design+and+implementation+in+KA220+applications`,
  ],
  "AF-210ACT": [
    "European Commission: Activities in KA210 applications",
    2022,
    `${WIKI}/pages/viewpage.action?pageId=36701056`,
  ],
  PACT: [
    "Pact for Skills: Alliances for Education and Enterprises",
    2024,
    "https://pact-for-skills.ec.europa.eu/stakeholders-and-business/funding-opportunities/alliances-education-and-enterprises-0_en",
  ],
  "EURO-BP": [
    "euro-access: Alliances for Sectoral Cooperation on Skills",
    2025,
    "https://euro-access.eu/en/calls/1683/Alliances-for-Sectoral-Cooperation-on-Skills-implementing-the-Blueprint?font=3",
  ],
  "FU-23": [
    "FU Berlin: Erasmus+ staff travel rates",
    2023,
    "https://fu-berlin.de/en/international/faculty-staff/mobility-staff/erasmus-europe/Foerderung/index.html",
  ],
} as const satisfies Record<string, SourceRow>;
