import { expect, it } from "vitest";
import { frozen } from "./frozen";

it("data that stays cannot be altered at any depth", () => {
  const data = frozen({ name: "A", rows: [{ at: new Date(0), tags: ["x"] }], none: null });
  expect(() => data.rows[0]?.tags.push("y")).toThrow(TypeError);
  expect(() => Object.assign(data, { name: "B" })).toThrow(TypeError);
  expect(data).toEqual({ name: "A", rows: [{ at: new Date(0), tags: ["x"] }], none: null });
});
