export type CountryMapData = {
  /** What is counted: results of a search, or reports of trying a practice. */
  of: "results" | "reports";
  /** How many each country has, by its ISO 3166 alpha-2 code. */
  countries: readonly { country: string; count: number }[];
};
