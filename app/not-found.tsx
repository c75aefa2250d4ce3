import { NotFoundMessage } from "@/components/shared/not-found-message";
import { PublicShell } from "@/components/shared/public-shell";
import { currentActor } from "@/server/auth/actor";
import { env } from "@/server/env";

export default async function NotFound() {
  const signedIn = (await currentActor()) !== null;
  return (
    <PublicShell signedIn={signedIn} signUpOpen={env().SIGN_UP === "open"}>
      <NotFoundMessage signedIn={signedIn} />
    </PublicShell>
  );
}
