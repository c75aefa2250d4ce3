import { env } from "@/server/env";
import type { Digest } from "@/server/notifications/queries/read-digest";
import type { Letter } from "../letter";
import type { MailTranslator } from "../mail-translator";
import { stopUrl } from "../stop";

/** The daily or weekly e-mail about what concerns a person. */
export const digestLetters = {
  digest: ({ t }: MailTranslator, { groups, count }: Digest, address: string): Letter => {
    const shown = groups.reduce((sum, { lines }) => sum + lines.length, 0);
    const projects = [...new Set(groups.flatMap(({ project }) => project || []))].join(", ");
    return {
      subject: projects === "" ? t("digest.title", { count }) : `${projects}: ${t("digest.title", { count })}`,
      title: t("digest.title", { count }),
      paragraphs: [],
      sections: groups.map(({ project, name, path, lines }) => ({
        title: [project, name].filter(Boolean).join(" · ") || t("digest.account"),
        url: `${env().APP_URL}${path}`,
        lines,
      })),
      ...(count > shown ? { after: t("digest.more", { count: count - shown }) } : {}),
      button: { label: t("digest.button"), url: `${env().APP_URL}/notifications` },
      footer: [t("digest.footer")],
      stop: { label: t("digest.stop"), url: stopUrl(address, "news") },
    };
  },
};
