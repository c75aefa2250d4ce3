import type { Metadata } from "next";
import { headers } from "next/headers";
import { NotFoundMessage } from "@/components/shared/not-found-message";
import { PublicShell } from "@/components/shared/public-shell";
import { askedPathHeader } from "@/domain/asked-path";
import { getTranslations } from "@/messages/server";
import { currentActor } from "@/server/auth/actor";
import { env } from "@/server/env";
import { AppFrame } from "../(app)/app-frame";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("error.notFound"))("title"), robots: { index: false } };
}

/** The not-found page in the frame of the reader. The server renders it in place of every page that does not exist. */
export default async function AbsentPage() {
  const signedIn = (await currentActor()) !== null;
  const message = <NotFoundMessage signedIn={signedIn} />;
  if (signedIn) {
    const asked = (await headers()).get(askedPathHeader) ?? "/absent";
    return <AppFrame path={asked}>{message}</AppFrame>;
  }
  return <PublicShell signUpOpen={env().SIGN_UP === "open"}>{message}</PublicShell>;
}
