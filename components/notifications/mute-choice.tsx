import type { Route } from "next";
import { type Mutable, muteDays } from "@/domain/notifications";
import { formatMoment } from "@/messages/formatters";
import { getReader, getTranslations } from "@/messages/server";
import { MuteForm, UnmuteForm } from "./notification-forms";

/** Something that a notification is about, and its muting; null while it is not muted. */
export type Muting = { subject: Mutable; name: string; muted: { until: Date | null } | null };

const dayMs = 86_400_000;

type Props = {
  label: string;
  choices: readonly Muting[];
  /** The address of the list, to which forms without scripts return. */
  address: Route;
};

/** Offers to mute what a notification is about, for some days or for good, and ends the muting of what is muted. */
export async function MuteChoice({ label, choices, address }: Props) {
  const [t, reader] = await Promise.all([getTranslations("notifications"), getReader()]);
  const now = new Date();
  const open = choices.filter(({ muted }) => muted === null);
  return (
    <>
      {choices.map(({ subject, name, muted }) =>
        muted === null ? null : (
          <div key={subject.type} className="text-ink-soft flex flex-wrap items-center gap-x-3 text-sm">
            <span className="wrap-anywhere">
              {muted.until
                ? t("mutedUntil", { name, date: formatMoment(reader, muted.until, "short") })
                : t("muted", { name })}
            </span>
            <UnmuteForm subject={subject} label={t("unmute")} next={address} />
          </div>
        ),
      )}
      {open.length === 0 ? null : (
        <details className="text-sm open:basis-full">
          <summary className="link w-fit py-2">{label}</summary>
          {open.map(({ subject, name }) => (
            <div
              key={subject.type}
              role="group"
              aria-label={t("muteWhat", { name })}
              className="flex flex-wrap items-center gap-x-3"
            >
              <span className="font-semibold wrap-anywhere max-sm:basis-full">{name}</span>
              {muteDays.map((days) => (
                <MuteForm
                  key={days}
                  subject={subject}
                  until={new Date(now.getTime() + days * dayMs)}
                  label={t("muteDays", { days })}
                  next={address}
                />
              ))}
              <MuteForm subject={subject} label={t("muteForGood")} next={address} />
            </div>
          ))}
          <p className="text-ink-soft py-1">{t("muteHint")}</p>
        </details>
      )}
    </>
  );
}
