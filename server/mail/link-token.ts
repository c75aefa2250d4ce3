import { mailedToken } from "@/server/auth/tokens";

/** Props of a letter with a single-use link. Jobs that an earlier release enqueued carry the token itself. */
export type LinkProps = { tokenId: string } | { token: string };

/** The raw token for the link of a letter. */
export const linkToken = (props: LinkProps): string =>
  "token" in props ? props.token : mailedToken(props.tokenId).raw;
