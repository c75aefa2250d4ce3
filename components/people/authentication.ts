"use client";

type Provider = "password" | "link" | "demo";
export type SignInResult = { ok: true } | { ok: false; code: string };

/**
 * Signs in through Auth.js: fetches its CSRF token, then posts the form; returns the problem when sign-in is refused.
 */
export async function signIn(provider: Provider, fields: Record<string, string>): Promise<SignInResult> {
  try {
    const { csrfToken } = (await (await fetch("/api/auth/csrf")).json()) as { csrfToken: string };
    const answer = await fetch(`/api/auth/callback/${provider}`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", "x-auth-return-redirect": "1" },
      body: new URLSearchParams({ ...fields, csrfToken, callbackUrl: "/" }),
    });
    const { url } = (await answer.json()) as { url: string };
    const params = new URL(url, window.location.href).searchParams;
    if (!params.has("error")) return { ok: true };
    return { ok: false, code: params.get("code") === "rate_limited" ? "rate.limited" : refusal(provider) };
  } catch {
    return { ok: false, code: "offline" };
  }
}

const refusal = (provider: Provider) => (provider === "password" ? "person.password_wrong" : "person.token_invalid");

/**
 * Clears the data that the browser stored for the person: unsaved drafts and unfinished uploads. Sign-out also sends
 * Clear-Site-Data, which browsers follow only over TLS and on localhost.
 */
function forgetStoredText(): void {
  for (const storage of ["localStorage", "sessionStorage"] as const) {
    try {
      window[storage].clear();
    } catch {
      // A browser that blocks its storage has stored nothing.
    }
  }
}

/** Ends this browser's session and opens the public home page. An expired session does not clear unsaved text. */
export async function signOut(): Promise<void> {
  const { csrfToken } = (await (await fetch("/api/auth/csrf")).json()) as { csrfToken: string };
  await fetch("/api/auth/signout", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", "x-auth-return-redirect": "1" },
    body: new URLSearchParams({ csrfToken, callbackUrl: "/" }),
  });
  forgetStoredText();
  window.location.assign("/");
}
