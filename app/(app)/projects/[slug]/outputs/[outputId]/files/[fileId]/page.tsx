import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { Preview } from "@/components/outputs/preview/preview";
import { previewKind } from "@/components/outputs/preview-kind";
import { VersionRow } from "@/components/outputs/version-row";
import { PageHeader } from "@/components/shared/page-header";
import { Pager } from "@/components/shared/pager";
import { Section } from "@/components/shared/section";
import { ClientMessages } from "@/components/shared/client-messages";
import { buttonStyle } from "@/components/ui/button-style";
import { languageName } from "@/domain/display-names";
import { outputWord } from "@/domain/programme/vocabulary";
import { outputCode } from "@/domain/outputs";
import { getTranslations } from "@/messages/server";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";
import { PageComments } from "../../../../page-comments";

type Props = PageProps<"/projects/[slug]/outputs/[outputId]/files/[fileId]">;

const text = (value: string | string[] | undefined) => (typeof value === "string" ? value : undefined);

async function subject({ params, searchParams }: Props) {
  const { slug, outputId, fileId } = await params;
  const { cursor } = await searchParams;
  const base = `/projects/${slug}/outputs/${outputId}`;
  const path = `${base}/files/${fileId}`;
  await requireActor(path);
  const api = await serverApi();
  const versions = await orNotFound(api.outputs.versions({ fileId, cursor: text(cursor) }));
  if (versions.file.outputId !== outputId) notFound();
  const output = await orNotFound(api.outputs.get({ outputId }));
  if (output.slug !== slug) notFound();
  return { output, versions, base, path };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { versions } = await subject(props);
  return { title: versions.file.name };
}

export default async function FilePage(props: Props) {
  const { output, versions, base, path } = await subject(props);
  const { show, cursor } = await props.searchParams;
  const [t, tList, locale] = await Promise.all([
    getTranslations("outputs.file"),
    getTranslations("outputs.list"),
    getLocale(),
  ]);
  const involved = [output.lead.id, ...output.contributors.map(({ id }) => id)];
  const newest = cursor ? undefined : versions.items[0];
  const wanted = versions.items.find((version) => version.id === text(show));
  const shown = wanted?.withdrawnAt === null && wanted.url === null ? wanted : undefined;
  const language = versions.items[0]?.language;
  return (
    <>
      <PageHeader
        title={<span className="wrap-anywhere">{versions.file.name}</span>}
        crumbs={[
          {
            href: `/projects/${output.slug}/outputs` as Route,
            label: tList("title", { word: outputWord(output.callYear, output.actionCode) }),
          },
          { href: base as Route, label: `${outputCode(output.number)} ${output.title}` },
        ]}
        eyebrow={language ? languageName(language, locale) : null}
        state={newest ? t("lead", { count: newest.number }) : null}
      />
      {shown ? (
        <Section title={t("preview", { number: shown.number })}>
          {previewKind(shown.mediaType) ? (
            <ClientMessages of={["outputs.preview"]}>
              <Preview version={{ id: shown.id, name: shown.name, mediaType: shown.mediaType }} />
            </ClientMessages>
          ) : (
            <p className="text-ink-soft">{t("noPreview")}</p>
          )}
        </Section>
      ) : null}
      <Section
        title={t("allVersions")}
        action={
          versions.items.length > 1 ? (
            <a
              href={`/api/outputs/${output.id}/archive?file=${versions.file.id}`}
              className={buttonStyle("quiet", "small")}
            >
              {t("zip")}
            </a>
          ) : null
        }
      >
        <ClientMessages of={["outputs.file", "outputs.hash"]}>
          <ol className="divide-line border-line divide-y border-y" aria-label={t("versions")}>
            {versions.items.map((version) => (
              <VersionRow
                key={version.id}
                version={version}
                path={path}
                newest={version.id === newest?.id}
                canUpload={output.can["output.upload"]}
                involved={involved}
                lead={output.lead.shortName}
              />
            ))}
          </ol>
        </ClientMessages>
        <Pager
          next={versions.nextCursor ? (`${path}?cursor=${versions.nextCursor}` as Route) : null}
          first={cursor ? (path as Route) : null}
        />
      </Section>
      <PageComments subject={{ type: "file", id: versions.file.id }} path={path} search={await props.searchParams} />
    </>
  );
}
