import type { Metadata, Route } from "next";
import { getLocale } from "next-intl/server";
import { countryOptions } from "@/components/organisations/country-options";
import { OrganisationForm } from "@/components/organisations/organisation-form";
import { ColleagueMenu } from "@/components/organisations/organisation-people";
import { OrganisationPageForm } from "@/components/publications/page-settings";
import { PageHeader } from "@/components/shared/page-header";
import { Pager } from "@/components/shared/pager";
import { Section } from "@/components/shared/section";
import { ClientMessages } from "@/components/shared/client-messages";
import { DateTime } from "@/components/ui/date-time";
import { RowHead, Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { countryName } from "@/domain/programme/country-names";
import { getTranslations } from "@/messages/server";
import { orNotFound, orNull, requireActor, serverApi } from "@/server/trpc/rsc";

type Props = PageProps<"/organisations/[organisationId]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organisationId } = await params;
  await requireActor(`/organisations/${organisationId}`);
  const organisation = await orNotFound((await serverApi()).organisations.get({ organisationId }));
  return { title: organisation.shortName };
}

export default async function OrganisationPage({ params, searchParams }: Props) {
  const { organisationId } = await params;
  const { cursor } = await searchParams;
  await requireActor(`/organisations/${organisationId}`);
  const api = await serverApi();
  const organisation = await orNotFound(api.organisations.get({ organisationId }));
  const people = await api.organisations.people({
    organisationId,
    cursor: typeof cursor === "string" ? cursor : undefined,
  });
  const locale = await getLocale();
  const t = await getTranslations("organisations.page");
  const tSettings = await getTranslations("publications.settings");
  const page = await orNull(api.public.partner({ slug: organisation.publicSlug }));
  const types = await getTranslations("programme.organisationTypes");
  const manages = organisation.can["organisation.people"];
  const path = `/organisations/${organisationId}`;
  return (
    <>
      <PageHeader
        title={organisation.legalName}
        eyebrow={[organisation.oid, organisation.pic, organisation.type ? types(organisation.type) : null]
          .filter(Boolean)
          .join(" · ")}
        state={[organisation.city, countryName(organisation.country, locale)].filter(Boolean).join(", ")}
      />
      <Section title={t("people")} description={t("peopleLead")}>
        <ClientMessages of={["organisations"]}>
          <Table caption={t("people")} stacked>
            <Thead>
              <Th>{t("name")}</Th>
              <Th>{t("address")}</Th>
              <Th>{t("role")}</Th>
              <Th>{t("since")}</Th>
              {manages ? (
                <Th>
                  <span className="sr-only">{t("acts")}</span>
                </Th>
              ) : null}
            </Thead>
            <Tbody>
              {people.items.map((person) => (
                <tr key={person.personId}>
                  <RowHead>{person.name}</RowHead>
                  <Td>{person.address}</Td>
                  <Td>{t(person.role)}</Td>
                  <Td>
                    <DateTime value={person.since} />
                  </Td>
                  {manages ? (
                    <Td actions>
                      <ColleagueMenu organisationId={organisationId} person={person} />
                    </Td>
                  ) : null}
                </tr>
              ))}
            </Tbody>
          </Table>
        </ClientMessages>
        <Pager
          next={people.nextCursor ? (`${path}?cursor=${people.nextCursor}` as Route) : null}
          first={cursor ? (path as Route) : null}
        />
      </Section>
      {organisation.can["organisation.edit"] ? (
        <Section title={t("record")} description={t("edit")} className="max-w-form">
          <ClientMessages of={["organisations", "programme.organisationTypes"]}>
            <OrganisationForm countries={await countryOptions()} organisation={organisation} next={path} />
          </ClientMessages>
        </Section>
      ) : null}
      {page || organisation.can["organisation.edit"] ? (
        <Section
          title={tSettings("organisation")}
          description={tSettings("organisationText")}
          action={
            page ? (
              <a href={`/partners/${organisation.publicSlug}`} className="link">
                {tSettings("see")}
              </a>
            ) : null
          }
          className="max-w-form"
        >
          {organisation.can["organisation.edit"] ? (
            <ClientMessages of={["publications.settings"]}>
              <OrganisationPageForm organisationId={organisationId} hidden={organisation.publicPageHidden} />
            </ClientMessages>
          ) : null}
        </Section>
      ) : null}
    </>
  );
}
