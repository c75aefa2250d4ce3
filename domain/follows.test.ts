import { expect, it } from "vitest";
import { readSearch, searchQuery } from "./follows";

it("stores a search as the address of the library, in one order", () => {
  const query = searchQuery({ topic: "heritage", text: "bees & herbs", country: "GR" });
  expect(query).toBe("text=bees+%26+herbs&country=GR&topic=heritage");
  expect(searchQuery({ country: "GR", topic: "heritage", text: "bees & herbs" })).toBe(query);
  expect(readSearch(query)).toEqual({ topic: "heritage", text: "bees & herbs", country: "GR" });
});

it("reads a search whose values or names the library no longer knows", () => {
  expect(readSearch("topic=alchemy&country=GR&colour=red&sort=newest")).toEqual({ country: "GR" });
});
