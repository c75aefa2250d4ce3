import type { Metadata } from "next";
import { MailText } from "@/components/people/mail-text";
import { PageHeader } from "@/components/shared/page-header";
import { getTranslations } from "@/messages/server";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";

type Props = PageProps<"/outbox/[mailId]">;

async function load({ params }: Props) {
  const { mailId } = await params;
  await requireActor(`/outbox/${mailId}`);
  return orNotFound((await serverApi()).instance.keptMail({ mailId }));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props)).subject };
}

export default async function MailPage(props: Props) {
  const mail = await load(props);
  const t = await getTranslations("instance.outbox");
  return (
    <>
      <PageHeader
        title={mail.subject}
        crumbs={[{ href: "/outbox", label: t("title") }]}
        eyebrow={`${t("to")}: ${mail.address}`}
      />
      <MailText text={mail.text ?? ""} />
    </>
  );
}
