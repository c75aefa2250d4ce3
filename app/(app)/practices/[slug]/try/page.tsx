import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { StartReplication } from "@/components/replications/replication-form";
import { ClientMessages } from "@/components/shared/client-messages";
import { PageHeader } from "@/components/shared/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import { getTranslations } from "@/messages/server";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("replications.public");
  return { title: t("try"), robots: { index: false } };
}

/** A person of any organisation starts a report about a public practice. */
export default async function TryPage({ params }: PageProps<"/practices/[slug]/try">) {
  const { slug } = await params;
  const actor = await requireActor(`/practices/${slug}/try`);
  const practice = await orNotFound((await serverApi()).public.practice({ slug }));
  if (practice.state !== "published") notFound();
  const t = await getTranslations("replications.try");
  const { title } = practice.content;
  return (
    <>
      <PageHeader
        title={t("title", { title })}
        crumbs={[{ href: `/practices/${slug}` as Route, label: title }]}
        state={t("lead")}
      />
      {actor.organisations.length === 0 ? (
        <EmptyState title={t("noOrganisation")} action={<LinkButton href="/welcome">{t("join")}</LinkButton>} />
      ) : (
        <div className="max-w-form">
          <ClientMessages of={["replications.try"]}>
            <StartReplication
              practiceId={practice.id}
              organisations={actor.organisations.map(({ organisationId, shortName }) => ({
                value: organisationId,
                label: shortName,
              }))}
            />
          </ClientMessages>
          <p className="mt-6">
            <TextLink href="/replications">{t("mine")}</TextLink>
          </p>
        </div>
      )}
    </>
  );
}
