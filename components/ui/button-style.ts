export type ButtonKind = "primary" | "plain" | "quiet" | "danger";
export type ButtonSize = "normal" | "small";

/** The classes of a button, also for links that look like one; the rules are in app/controls.css. */
export const buttonStyle = (kind: ButtonKind = "plain", size: ButtonSize = "normal"): string =>
  `button button-${kind}${size === "small" ? " button-small" : ""}`;
