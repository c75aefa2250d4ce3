import type { FeedQuery } from "@/components/activity/activity-path";
import type { Filter } from "@/components/shared/filter-form";
import type { SelectOption } from "@/components/ui/select";
import { eventKinds } from "@/domain/events/event";
import type { FeedInput } from "@/domain/schemas/activity";
import { getTranslations } from "@/messages/server";
import type { FeedRequest } from "./feed-request";

type Choices = {
  projects?: readonly SelectOption[];
  organisations?: readonly { id: string; country: string; shortName: string }[];
  people?: readonly SelectOption[];
  workPackages?: readonly SelectOption[];
  outputs?: readonly SelectOption[];
};

/** The controls of a feed. A month of an older address is shown as its first and its last day. */
export async function feedFilters(
  query: FeedQuery,
  input: FeedInput | null,
  errors: FeedRequest["errors"],
  { projects, organisations, people, workPackages, outputs }: Choices,
): Promise<Filter[]> {
  const [t, kinds, problems] = await Promise.all([
    getTranslations("activity.page"),
    getTranslations("activity.kinds"),
    getTranslations("problems"),
  ]);
  const choice = (
    name: "slug" | "organisationId" | "personId" | "kind" | "workPackageId" | "outputId",
    label: string,
    options: readonly SelectOption[] | undefined,
  ): Filter[] => (options ? [{ name, label, value: query[name] ?? "", all: t("all"), options }] : []);
  const day = (name: "from" | "to"): Filter => {
    const code = errors[name];
    const value = query[name] ?? input?.[name] ?? "";
    return { kind: "date", name, label: t(name), value, error: code === undefined ? undefined : problems(code) };
  };
  return [
    ...choice("slug", t("project"), projects),
    ...choice(
      "organisationId",
      t("organisation"),
      organisations?.map(({ id, country, shortName }) => ({ value: id, label: `${country} ${shortName}` })),
    ),
    ...choice("personId", t("person"), people),
    ...choice(
      "kind",
      t("kind"),
      eventKinds.map((value) => ({ value, label: kinds(value) })),
    ),
    ...choice("workPackageId", t("workPackage"), workPackages),
    ...choice("outputId", t("output"), outputs),
    day("from"),
    day("to"),
  ];
}
