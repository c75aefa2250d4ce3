import type { Aim } from "@/domain/programme/vocabulary";
import { isObjective } from "@/domain/programme/vocabulary";
import { useTranslations } from "@/messages/use-translations";

/** Objectives or impacts, each linked to the page of what serves it. */
export function AimLinks({ aims }: { aims: readonly Aim[] }) {
  const t = useTranslations("programme");
  return (
    <ul className="grid gap-1">
      {aims.map((aim) => (
        <li key={aim}>
          <a href={`/impacts/${aim}`} className="link">
            {t(isObjective(aim) ? `objectives.${aim}` : `impacts.${aim}`)}
          </a>
        </li>
      ))}
    </ul>
  );
}
