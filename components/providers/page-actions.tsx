"use client";

import { createContext, type ReactNode, use, useActionState, useCallback } from "react";
import type { PostedForm } from "@/domain/schemas/posted-form";
import type { SubmitForm } from "./posted-form";

type Actions = {
  /** Posts a form that works without scripts. */
  submit: SubmitForm;
  /** The person for whom the page is rendered. */
  person: string | undefined;
  /** Renders the open page anew; rejects when the server cannot be reached. */
  refresh: () => Promise<void>;
};

const PageActionsContext = createContext<Actions | null>(null);

/** Provides the server actions of the app folder, which components must not import. */
export function PageActions({ refresh, submit, person, children }: Actions & { children: ReactNode }) {
  return <PageActionsContext value={{ refresh, submit, person }}>{children}</PageActionsContext>;
}

const withoutActions: SubmitForm = () => Promise.resolve(null);

/**
 * The posting of a form without scripts: its last answer, and what the form renders. Null while it is used without an
 * address to go to.
 */
export function usePostedForm(post: Omit<PostedForm, "person"> | null) {
  const actions = use(PageActionsContext);
  const [answer, action] = useActionState(actions?.submit ?? withoutActions, null);
  if (post === null) return { answer: null, action: undefined, field: null };
  return { answer, action, field: JSON.stringify({ ...post, person: actions?.person } satisfies PostedForm) };
}

/** Seconds until a failed refresh is repeated. */
const repeatAfter = [2, 10, 30];

const wait = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

async function refreshOrStay(refresh: () => Promise<void>): Promise<void> {
  for (const seconds of [...repeatAfter, null]) {
    try {
      await refresh();
      return;
    } catch {
      // The page stays as it is, with its typed text and running uploads; the next refresh shows what changed.
      if (seconds === null) return;
      await wait(seconds);
    }
  }
}

/**
 * A function that shows what changed on the server. The refresh of Next's router opens the address anew when its request
 * fails, which would end uploads and remove typed text; a failed server action leaves the page as it is.
 */
export function useRefresh(): () => void {
  const actions = use(PageActionsContext);
  return useCallback(() => {
    if (actions) void refreshOrStay(actions.refresh);
  }, [actions]);
}
