import type { Metadata, Route } from "next";
import { Anchor } from "@/components/ui/anchor";
import { PracticeStatusBadge } from "@/components/practices/practice-status";
import { PageHeader } from "@/components/shared/page-header";
import { Pager } from "@/components/shared/pager";
import { Chip } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { getTranslations } from "@/messages/server";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";

type Props = PageProps<"/projects/[slug]/practices">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("practices.list");
  return { title: t("title") };
}

export default async function PracticesPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const { cursor } = await searchParams;
  const path = `/projects/${slug}/practices`;
  await requireActor(path);
  const api = await serverApi();
  const [project, practices] = await orNotFound(
    Promise.all([
      api.projects.get({ slug }),
      api.practices.list({ slug, cursor: typeof cursor === "string" ? cursor : undefined }),
    ]),
  );
  const t = await getTranslations("practices.list");
  const share = project.can["practice.draft"] ? (
    <LinkButton href={`${path}/new` as Route} kind="primary" icon="plus">
      {t("new")}
    </LinkButton>
  ) : null;
  return (
    <>
      <PageHeader
        title={t("title")}
        crumbs={[{ href: `/projects/${slug}` as Route, label: project.acronym }]}
        state={t("lead")}
        action={share}
      />
      {practices.items.length === 0 ? (
        <EmptyState title={t("empty")} action={share}>
          {t("emptyText")}
        </EmptyState>
      ) : (
        <Table caption={t("caption")} stacked>
          <Thead>
            <Th>{t("name")}</Th>
            <Th>{t("by")}</Th>
            <Th>{t("state")}</Th>
          </Thead>
          <Tbody>
            {practices.items.map((practice) => (
              <tr key={practice.id}>
                <Td>
                  <Anchor href={`${path}/${practice.id}` as Route} className="link font-semibold">
                    {practice.title}
                  </Anchor>
                </Td>
                <Td>
                  <Chip {...practice.organisation} name={practice.organisation.shortName} />
                </Td>
                <Td>
                  <PracticeStatusBadge status={practice.status} />
                </Td>
              </tr>
            ))}
          </Tbody>
        </Table>
      )}
      <Pager
        next={practices.nextCursor ? (`${path}?cursor=${practices.nextCursor}` as Route) : null}
        first={cursor ? (path as Route) : null}
      />
    </>
  );
}
