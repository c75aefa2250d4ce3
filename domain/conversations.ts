import { DomainError } from "./errors";

export const conversationStates = ["open", "closed", "blocked"] as const;
export type ConversationState = (typeof conversationStates)[number];

/** A conversation of two organisations; `endedBy` is the one that closed or blocked it. */
type Conversation = { state: ConversationState; endedBy: string | null };

const moves = {
  close: { from: ["open"], to: "closed" },
  block: { from: ["open", "closed"], to: "blocked" },
  reopen: { from: ["closed", "blocked"], to: "open" },
} as const satisfies Record<string, { from: readonly ConversationState[]; to: ConversationState }>;

export type ConversationMove = keyof typeof moves;

/** True when the organisation may change the state: only the one that blocked a conversation may open it again. */
export const mayMove = ({ state, endedBy }: Conversation, move: ConversationMove, organisationId: string): boolean =>
  (moves[move].from as readonly ConversationState[]).includes(state) &&
  (state !== "blocked" || endedBy === organisationId);

/** The state after a transition by an organisation. Errors: conversation.wrong_state. */
export function decideConversation(
  conversation: Conversation,
  move: ConversationMove,
  organisationId: string,
): ConversationState {
  if (!mayMove(conversation, move, organisationId)) {
    throw new DomainError("conversation.wrong_state", { state: conversation.state });
  }
  return moves[move].to;
}
