import { useTranslations } from "@/messages/use-translations";
import type { PracticePart } from "@/domain/practices";

type Props = { empty: { required: readonly PracticePart[]; helpful: readonly PracticePart[] } };

/** Names what is missing before a practice is submitted, and what would help its readers. */
export function MissingParts({ empty }: Props) {
  const t = useTranslations("practices.view");
  const lists = [
    ["missing", empty.required],
    ["helpful", empty.helpful],
  ] as const;
  const shown = lists.filter(([, parts]) => parts.length > 0);
  if (shown.length === 0) return null;
  return (
    <div className="border-line bg-paper-raised mb-8 grid max-w-prose gap-2 rounded-md border px-4 py-3">
      {shown.map(([name, parts]) => (
        <p key={name} className={name === "missing" ? "font-semibold" : "text-ink-soft"}>
          {t(name)} {parts.map((part) => t(`parts.${part}`)).join(", ")}
        </p>
      ))}
    </div>
  );
}
