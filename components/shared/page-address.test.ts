import { expect, it } from "vitest";
import { pageAddress } from "./page-address";

it.each([
  ["/home", {}, undefined, "/home"],
  ["/home", { cursor: undefined, tasks: "" }, "tasks", "/home#tasks"],
  ["/home", { text: "a&b c", twice: ["a", "b"] }, undefined, "/home?text=a%26b+c"],
  ["/home", { task: "1", form: "drop" }, "task-1", "/home?task=1&form=drop#task-1"],
])("the address of %s with %j at %s", (path, parameters, place, address) => {
  expect(pageAddress(path, parameters, place)).toBe(address);
});
