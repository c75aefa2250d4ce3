"use client";

import { useTranslations } from "@/messages/use-translations";
import { ScriptButton } from "../ui/button";
import { Field } from "../ui/field";
import { Icon } from "../ui/icon";
import { Select } from "../ui/select";

type Props = {
  name: string;
  chosen: readonly string[];
  options: readonly { value: string; label: string }[];
  onChange: (languages: string[]) => void;
};

/** Several languages, added one after another; each can be removed. */
export function LanguagePicker({ name, chosen, options, onChange }: Props) {
  const t = useTranslations("projects.languages");
  const labelOf = (language: string) => options.find(({ value }) => value === language)?.label ?? language;
  return (
    <div className="grid content-start gap-2">
      <Field name={name} label={t("label")}>
        <Select
          options={options.filter(({ value }) => !chosen.includes(value))}
          placeholder={t("add")}
          value=""
          onChange={(event) => {
            if (event.target.value) onChange([...chosen, event.target.value]);
          }}
        />
      </Field>
      {chosen.length > 0 ? (
        <ul className="flex flex-wrap gap-1.5">
          {chosen.map((language) => (
            <li key={language}>
              <ScriptButton
                onClick={() => onChange(chosen.filter((one) => one !== language))}
                aria-label={t("remove", { language: labelOf(language) })}
                className="border-line-strong hover:border-ink-soft inline-flex min-h-7 items-center gap-1 rounded-sm border px-1.5 text-sm"
              >
                {labelOf(language)}
                <Icon name="cross" size={12} />
              </ScriptButton>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
