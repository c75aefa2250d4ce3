import { mailedToken } from "@/server/auth/tokens";

/** Props of an e-mail with a single-use link. Jobs that an earlier release enqueued hold the token itself. */
export type LinkProps = { tokenId: string } | { token: string };

/** The raw token for the link of an e-mail. */
export const linkToken = (props: LinkProps): string =>
  "token" in props ? props.token : mailedToken(props.tokenId).raw;
