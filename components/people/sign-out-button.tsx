"use client";

import { Icon } from "../ui/icon";
import { signOut } from "./authentication";

/** Ends this browser's session; the label comes from the server, so that the menu needs no messages of its own. */
export function SignOutButton({ label }: { label: string }) {
  return (
    <button type="button" onClick={() => void signOut()}>
      <Icon name="sign-out" />
      {label}
    </button>
  );
}
