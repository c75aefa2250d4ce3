import { getTranslations } from "@/messages/server";

type Page = {
  title: string;
  description: string;
  url: string;
  type?: "article" | "website";
  /** The path of a picture of 1200 by 630 pixels; without one, that of all public pages. */
  picture?: string;
};

/** What messengers and social networks show for a page. Complete, because Next replaces the defaults of the layout. */
export async function openGraph({ picture = "/pictures/shared.png", type = "website", ...page }: Page) {
  const t = await getTranslations("public.meta");
  return { ...page, type, siteName: t("name"), images: [{ url: picture, width: 1200, height: 630, alt: page.title }] };
}
