import { expect, it } from "vitest";
import { initials } from "./avatar";

it.each([
  ["Έλενα Άννα Ώριμη", "ΕΩ"],
  ["élodie martin", "ÉM"],
  ["Ana", "A"],
  ["  ", ""],
])("the initials of %j are %j", (name, expected) => {
  expect(initials(name)).toBe(expected);
});
