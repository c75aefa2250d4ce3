"use client";

import { useState } from "react";
import { Button } from "../ui/button";
import { signIn } from "./authentication";

type Props = { roles: readonly { role: string; label: string }[]; failed: string };

/** Button that signs in as one of the demo's people. */
export function DemoSignIn({ roles, failed }: Props) {
  const [state, setState] = useState<"idle" | "working" | "failed">("idle");
  const go = async (role: string) => {
    if (state === "working") return;
    setState("working");
    const result = await signIn("demo", { role });
    if (result.ok) window.location.assign("/home");
    else setState("failed");
  };
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-2">
        {roles.map(({ role, label }) => (
          <Button key={role} onClick={() => void go(role)} aria-disabled={state === "working"}>
            {label}
          </Button>
        ))}
      </div>
      {state === "failed" ? <p role="alert">{failed}</p> : null}
    </div>
  );
}
