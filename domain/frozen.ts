/** Plain data that stays as it is, all the way down: what is kept for many readers can be altered by none. */
export function frozen<Data>(data: Data): Data {
  if (typeof data === "object" && data !== null && !Object.isFrozen(data)) {
    Object.freeze(data);
    Object.values(data).forEach(frozen);
  }
  return data;
}
