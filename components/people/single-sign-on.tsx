"use client";

import { Button } from "../ui/button";

/** Starts single sign-on; Auth.js needs its CSRF token in a POST. */
export function SingleSignOn({ label, next }: { label: string; next: string }) {
  const go = async () => {
    const { csrfToken } = (await (await fetch("/api/auth/csrf")).json()) as { csrfToken: string };
    const answer = await fetch("/api/auth/signin/oidc", {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", "x-auth-return-redirect": "1" },
      body: new URLSearchParams({ csrfToken, callbackUrl: next }),
    });
    const { url } = (await answer.json()) as { url: string };
    window.location.assign(url);
  };
  return (
    <Button icon="lock" onClick={() => void go()} className="justify-self-start">
      {label}
    </Button>
  );
}
