import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { languageOptions } from "@/components/outputs/language-options";
import { OutputForm } from "@/components/outputs/output-form";
import { RemoveOutput } from "@/components/outputs/remove-output";
import { PageHeader } from "@/components/shared/page-header";
import { ClientMessages } from "@/components/shared/client-messages";
import { outputWord } from "@/domain/programme/vocabulary";
import { outputCode } from "@/domain/outputs";
import { getTranslations } from "@/messages/server";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";

type Props = PageProps<"/projects/[slug]/outputs/[outputId]/edit">;

async function subject({ params }: Props) {
  const { slug, outputId } = await params;
  await requireActor(`/projects/${slug}/outputs/${outputId}/edit`);
  const api = await serverApi();
  const output = await orNotFound(api.outputs.get({ outputId }));
  if (output.slug !== slug || !output.can["output.edit"]) notFound();
  return { api, output };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { output } = await subject(props);
  const t = await getTranslations("outputs.form");
  return { title: t("editTitle", { name: outputCode(output.number) }) };
}

export default async function EditOutputPage(props: Props) {
  const { api, output } = await subject(props);
  const path = `/projects/${output.slug}/outputs`;
  const name = `${outputCode(output.number)} ${output.title}`;
  const [organisations, plan, languages, t, tList] = await Promise.all([
    api.outputs.choices({ slug: output.slug }),
    api.outputs.plan({ slug: output.slug }),
    languageOptions(output.languages),
    getTranslations("outputs.form"),
    getTranslations("outputs.list"),
  ]);
  return (
    <div className="max-w-form">
      <PageHeader
        title={t("editTitle", { name: outputCode(output.number) })}
        crumbs={[
          { href: path as Route, label: tList("title", { word: outputWord(output.callYear, output.actionCode) }) },
          { href: `${path}/${output.id}` as Route, label: name },
        ]}
      />
      <ClientMessages of={["outputs.form", "practices.licences", "programme.outputTypes"]}>
        <OutputForm
          projectId={output.projectId}
          path={path}
          choices={{ organisations, packages: plan.workPackages, languages }}
          output={output}
        />
      </ClientMessages>
      {output.can["output.plan"] && output.files === 0 ? (
        <div className="border-line mt-10 border-t pt-6">
          <ClientMessages of={["outputs.page"]}>
            <RemoveOutput outputId={output.id} name={name} next={path} />
          </ClientMessages>
        </div>
      ) : null}
    </div>
  );
}
