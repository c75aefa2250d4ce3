"use client";

import { ScriptButton } from "../ui/button";
import { Icon } from "../ui/icon";
import { signOut } from "./authentication";

/** Ends this browser's session; its label is passed by the server, so that the menu needs no client messages. */
export function SignOutButton({ label }: { label: string }) {
  return (
    <ScriptButton onClick={() => void signOut()}>
      <Icon name="sign-out" />
      {label}
    </ScriptButton>
  );
}
