export type CountryMapData = {
  /** How many results each country has, by its ISO 3166 alpha-2 code. */
  countries: readonly { country: string; count: number }[];
};
