import type { Route } from "next";

type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The address of a page with those parameters that have one value, at a place on the page such as "comments". */
export function pageAddress(path: string, parameters: Parameters, place?: string): Route {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (typeof value === "string" && value !== "") query.set(name, value);
  }
  return `${path}${query.size > 0 ? `?${query.toString()}` : ""}${place === undefined ? "" : `#${place}`}` as Route;
}
