import "server-only";
import NextAuth, { CredentialsSignin, type NextAuthConfig } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { db } from "@/db/client";
import { DomainError } from "@/domain/errors";
import { env } from "@/server/env";
import { logSecurity } from "@/server/security-log";
import { clientIp } from "@/server/request";
import { signInByIdentity, signInByLink, signInByPassword, signInToDemo } from "@/server/people/commands/sign-in";
import { authConfig } from "@/server/auth/config";
import { deviceOf } from "@/server/auth/device";
import { claimsFromCookieHeader } from "@/server/auth/session";
import { endSession, type SignedIn } from "@/server/auth/session-rows";

class TooMany extends CredentialsSignin {
  override code = "rate_limited";
}

const text = (value: unknown): string => (typeof value === "string" ? value.slice(0, 1_000) : "");

const from = async (request: Request) => ({
  ip: clientIp(request.headers),
  device: await deviceOf(request.headers),
  now: new Date(),
});

async function orTooMany(attempt: Promise<SignedIn | null>): Promise<SignedIn | null> {
  try {
    return await attempt;
  } catch (refused) {
    if (refused instanceof DomainError && refused.code === "rate.limited") throw new TooMany();
    throw refused;
  }
}

function providers(): NextAuthConfig["providers"] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env();
  const singleSignOn =
    OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET
      ? [
          {
            id: "oidc",
            name: OIDC_NAME ?? "OpenID Connect",
            type: "oidc" as const,
            issuer: OIDC_ISSUER,
            clientId: OIDC_CLIENT_ID,
            clientSecret: OIDC_CLIENT_SECRET,
            checks: ["pkce" as const, "state" as const, "nonce" as const],
            authorization: { params: { scope: "openid email profile" } },
            // Some providers put the address only into the userinfo response, not into the ID token.
            idToken: false,
          },
        ]
      : [];
  return [
    Credentials({
      id: "password",
      credentials: { email: {}, password: {} },
      authorize: async (given, request) =>
        orTooMany(
          signInByPassword(db(), {
            email: text(given.email),
            password: text(given.password),
            ...(await from(request)),
          }),
        ),
    }),
    Credentials({
      id: "link",
      credentials: { token: {} },
      authorize: async (given, request) =>
        orTooMany(signInByLink(db(), { token: text(given.token), ...(await from(request)) })),
    }),
    Credentials({
      id: "demo",
      credentials: { role: {} },
      authorize: async (given, request) => signInToDemo(db(), text(given.role), await from(request)),
    }),
    ...singleSignOn,
  ];
}

/** Auth.js, configured per request, because settings are known only at run time. */
export const { handlers, signIn } = NextAuth((request) => {
  const base = authConfig();
  return {
    ...base,
    providers: providers(),
    callbacks: {
      ...base.callbacks,
      async signIn({ user, account, profile }) {
        if (account?.type !== "oidc") return true;
        const person = await signInByIdentity(
          db(),
          {
            issuer: env().OIDC_ISSUER ?? "",
            subject: account.providerAccountId,
            email: profile?.email ?? "",
            emailVerified: profile?.email_verified === true,
            name: profile?.name ?? profile?.email ?? "",
          },
          { device: await deviceOf(request?.headers ?? new Headers()), now: new Date() },
        );
        if (!person) return "/sign-in?error=single_sign_on";
        Object.assign(user, person);
        return true;
      },
    },
    events: {
      async signOut() {
        const claims = await claimsFromCookieHeader(request?.headers.get("cookie"));
        if (!claims) return;
        await endSession(db(), new Date(), claims.personId, claims.sessionId);
        logSecurity("sessions.ended", {
          account: claims.personId,
          network: request ? clientIp(request.headers) : undefined,
        });
      },
    },
  };
});
