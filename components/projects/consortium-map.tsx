import { useLocale, useTranslations } from "next-intl";
import type { Route } from "next";
import { useId } from "react";
import { Chip, hueOf } from "../ui/chip";
import { cn } from "../ui/cn";
import { atlasKey } from "./country-numbers";
import { frameFor, middleOf, type Place, viewOf } from "./map-geometry";
import { placeLabels, spread, thread } from "./map-layout";

export type MapOrganisation = {
  id: string;
  shortName: string;
  /** ISO 3166 alpha-2. */
  country: string;
  city?: string;
  hue: number;
  lat?: number;
  lon?: number;
  kind: "coordinator" | "partner" | "associated" | "evaluator";
  /** Invited, not yet in: drawn with a dotted thread. */
  pending?: boolean;
  href?: Route;
};

type Props = {
  organisations: readonly MapOrganisation[];
  /** Off where a table of the same organisations stands beside the map. */
  list?: boolean;
  className?: string;
};

type Located = MapOrganisation & { place: Place };

function locate(organisation: MapOrganisation): Located | null {
  const { lat, lon, country } = organisation;
  const place: Place | null = lat !== undefined && lon !== undefined ? [lon, lat] : middleOf(country);
  return place ? { ...organisation, place } : null;
}

/** Where the consortium is: its countries, its places, and a thread from the coordinator to each. */
export function ConsortiumMap({ organisations, list = true, className }: Props) {
  const t = useTranslations("ui.map");
  const countryNames = new Intl.DisplayNames([useLocale()], { type: "region" });
  const id = useId();
  const located = organisations.map(locate).filter((one) => one !== null);
  const frame = frameFor(located.map(({ place }) => place));
  const base = viewOf(frame);
  const points = spread(
    located.map(({ place }) => {
      const [x, y] = base.project(place) ?? [0, 0];
      return { x, y };
    }),
  );
  const dots = located.map((organisation, index) => ({ ...organisation, ...(points[index] ?? { x: 0, y: 0 }) }));
  const labels = placeLabels(
    dots.map(({ x, y, shortName }) => ({ x, y, text: shortName })),
    base,
  );
  const knot = dots.find(({ kind }) => kind === "coordinator");
  const threads = knot ? dots.filter((dot) => dot.id !== knot.id).map((dot) => ({ dot, line: thread(knot, dot) })) : [];
  const own = new Set(organisations.map(({ country }) => atlasKey(country)).filter((key) => key !== undefined));
  const sheet = `/maps/${frame}.svg`;
  const names = organisations.map(({ shortName, country }) => `${shortName} (${countryNames.of(country) ?? country})`);

  return (
    <figure className={cn("@container grid gap-3", className)}>
      <svg
        viewBox={`0 0 ${String(base.width)} ${String(base.height)}`}
        role="img"
        aria-labelledby={`${id}-title ${id}-text`}
        className="border-line bg-paper-sunken h-auto w-full rounded-md border"
      >
        <title id={`${id}-title`}>{t("title")}</title>
        <desc id={`${id}-text`}>
          {t("description", {
            count: organisations.length,
            countries: new Set(organisations.map(({ country }) => country)).size,
            names: names.join(", "),
          })}
        </desc>
        <g strokeWidth="1" strokeLinejoin="round">
          <use href={`${sheet}#land`} className="fill-land stroke-paper-sunken" />
          {[...own].map((key) => (
            <use key={key} href={`${sheet}#c${key}`} className="fill-land-own stroke-paper-sunken" />
          ))}
        </g>
        <g fill="none" strokeLinecap="round">
          {threads.map(({ dot, line }) => (
            <g key={dot.id} data-hue={hueOf(dot.hue)}>
              <path d={line} strokeWidth="6" className="stroke-paper-sunken" />
              <path
                d={line}
                strokeWidth="2.5"
                strokeDasharray={dot.pending ? "1 6" : undefined}
                className="stroke-thread"
              />
            </g>
          ))}
        </g>
        {dots.map((dot) => (
          <g key={dot.id} data-hue={hueOf(dot.hue)}>
            {dot === knot ? (
              <circle
                cx={dot.x.toFixed(1)}
                cy={dot.y.toFixed(1)}
                r="8"
                className="fill-paper stroke-thread"
                strokeWidth="4"
              />
            ) : (
              <circle
                cx={dot.x.toFixed(1)}
                cy={dot.y.toFixed(1)}
                r="6"
                strokeWidth="2"
                className={dot.pending ? "fill-paper stroke-thread" : "fill-thread stroke-paper"}
              />
            )}
          </g>
        ))}
        <g
          className="fill-ink text-[1.2rem] font-semibold @max-md:hidden @2xl:text-[1rem] @4xl:text-[0.85rem]"
          stroke="var(--paper)"
          strokeWidth="3.5"
          paintOrder="stroke"
        >
          {dots.map((dot, index) => {
            const label = labels[index];
            return label ? (
              <text key={dot.id} x={label.x.toFixed(1)} y={label.y.toFixed(1)} textAnchor={label.anchor}>
                {dot.shortName}
              </text>
            ) : null;
          })}
        </g>
      </svg>
      {list ? (
        <figcaption>
          <ul aria-label={t("list")} className="flex flex-wrap gap-x-3 gap-y-1.5">
            {organisations.map((organisation) => (
              <li key={organisation.id} className="text-ink-soft inline-flex min-w-0 items-center gap-1.5 text-sm">
                <Chip
                  hue={organisation.hue}
                  country={organisation.country}
                  name={organisation.shortName}
                  href={organisation.href}
                />
                {organisation.city ? <span>{organisation.city}</span> : null}
                {organisation.kind === "coordinator" ? <span>({t("coordinator")})</span> : null}
              </li>
            ))}
          </ul>
          {located.length < organisations.length ? (
            <p className="text-ink-soft mt-2 text-sm">
              {t("notPlaced", { count: organisations.length - located.length })}
            </p>
          ) : null}
        </figcaption>
      ) : null}
    </figure>
  );
}
