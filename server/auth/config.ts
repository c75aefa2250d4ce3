import { CredentialsSignin, type NextAuthConfig } from "next-auth";
import { env } from "@/server/env";
import { log } from "@/server/log";
import { sessionCookieName, sessionCookieOptions } from "./cookie";
import { sessionSecrets } from "./session";

/** Cookie, token and callbacks shared by all ways to sign in; auth.ts adds the providers. */
export function authConfig(): NextAuthConfig {
  const secure = env().APP_URL.startsWith("https:");
  return {
    secret: sessionSecrets(),
    trustHost: true,
    providers: [],
    pages: { signIn: "/sign-in", error: "/sign-in" },
    session: { strategy: "jwt", maxAge: sessionCookieOptions().maxAge },
    useSecureCookies: secure,
    cookies: {
      sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() },
    },
    callbacks: {
      jwt({ token, user, trigger }) {
        if (trigger !== "signIn" && trigger !== "signUp") return token;
        return { sub: user.id, sid: "sessionId" in user ? user.sessionId : undefined };
      },
      session({ session }) {
        return { expires: session.expires };
      },
    },
    logger: {
      error: (error) => {
        if (!(error instanceof CredentialsSignin)) log.error({ err: error }, "sign-in failed");
      },
      warn: (code) => {
        log.warn({ code }, "sign-in warning");
      },
      debug: () => undefined,
    },
  };
}
