import { expect, it } from "vitest";
import { conversationStates, decideConversation, mayMove } from "./conversations";

const moves = ["close", "block", "reopen"] as const;

it("a conversation changes its state only by the transitions of this table", () => {
  const outcomes = conversationStates.map((state) => [
    state,
    moves
      .map((move) => {
        try {
          return decideConversation({ state, endedBy: "mine" }, move, "mine");
        } catch {
          return "-";
        }
      })
      .join(" "),
  ]);
  expect(Object.fromEntries(outcomes)).toEqual({
    open: "closed blocked -",
    closed: "- blocked open",
    blocked: "- - open",
  });
});

it("only the organisation that blocked a conversation opens it again", () => {
  expect(mayMove({ state: "blocked", endedBy: "theirs" }, "reopen", "mine")).toBe(false);
  expect(mayMove({ state: "closed", endedBy: "theirs" }, "reopen", "mine")).toBe(true);
});
