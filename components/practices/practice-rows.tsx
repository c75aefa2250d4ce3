"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslations } from "@/messages/use-translations";
import { Button, IconButton } from "../ui/button";

type Props<Row> = {
  /** The name of the list, and of its messages. */
  name: "steps" | "evidence";
  rows: readonly Row[];
  empty: Row;
  /** The fields of the row at this index. */
  children: (row: Row, index: number) => ReactNode;
};

/** Rows of a form that can be added, removed and moved; there is always one to fill in. */
export function PracticeRows<Row>({ name, rows, empty, children }: Props<Row>) {
  const t = useTranslations("practices.form");
  const [keys, setKeys] = useState(() => Array.from({ length: Math.max(1, rows.length) }, (_, index) => index));
  const next = useRef(keys.length);
  const list = useRef<HTMLOListElement>(null);
  const added = useRef(false);
  const changed = useRef(false);

  useEffect(() => {
    if (!changed.current) return;
    changed.current = false;
    // The form saves after an input; the order of its rows is one.
    list.current?.dispatchEvent(new Event("input", { bubbles: true }));
    if (added.current) list.current?.querySelector<HTMLElement>("li:last-child textarea")?.focus();
    added.current = false;
  }, [keys]);

  const change = (order: readonly number[]) => {
    changed.current = true;
    setKeys([...order]);
  };
  const swap = (index: number, other: number) => {
    const order = [...keys];
    const [moved] = order.splice(index, 1);
    if (moved !== undefined) order.splice(other, 0, moved);
    change(order);
  };
  const add = () => {
    added.current = true;
    change([...keys, next.current]);
    next.current += 1;
  };
  return (
    <div className="grid gap-3">
      <ol ref={list} className="grid gap-4">
        {keys.map((key, index) => (
          <li key={key} className="border-line grid gap-3 rounded-md border p-4">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <h3 className="font-semibold">{t(`${name}Row`, { number: index + 1 })}</h3>
              <div className="flex gap-1">
                {index > 0 ? (
                  <IconButton
                    icon="chevron-up"
                    label={t("up", { number: index + 1 })}
                    onClick={() => swap(index, index - 1)}
                  />
                ) : null}
                {keys.length > 1 ? (
                  <IconButton
                    icon="trash"
                    label={t("removeRow", { number: index + 1 })}
                    onClick={() => change(keys.filter((one) => one !== key))}
                  />
                ) : null}
              </div>
            </div>
            {children(rows[key] ?? empty, index)}
          </li>
        ))}
      </ol>
      <div>
        <Button type="button" icon="plus" onClick={add}>
          {t(`${name}Add`)}
        </Button>
      </div>
    </div>
  );
}
