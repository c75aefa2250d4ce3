import type { Metadata } from "next";
import { TextLink } from "@/components/ui/text-link";
import { declinedMessages } from "../[token]/invitation-messages";
import { InvitationFrame } from "../invitation-frame";

export const metadata: Metadata = { title: "Consorta", robots: { index: false } };

/** Shown after an invitation was declined without scripts: its link has ended. */
export default async function DeclinedPage({ searchParams }: PageProps<"/invite/declined">) {
  const { locale, title, home } = declinedMessages((await searchParams).locale);
  return (
    <InvitationFrame locale={locale}>
      <h1 className="mb-7 font-serif text-2xl font-semibold sm:text-3xl">{title}</h1>
      <p>
        <TextLink href="/">{home}</TextLink>
      </p>
    </InvitationFrame>
  );
}
