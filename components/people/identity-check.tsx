"use client";

import { useTranslations } from "@/messages/use-translations";
import { createContext, type ReactNode, use, useState } from "react";
import { maxPasswordLength } from "@/domain/people";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { refusalOf } from "../shared/use-mutation";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { Input } from "../ui/input";

type Mutation = <Output>(mutate: () => Promise<Output>) => Promise<Output>;

const IdentityContext = createContext<Mutation>((mutate) => mutate());

/** Runs an account change; when the server requires the password or an e-mailed link first, asks for it and retries. */
export const useVerified = () => use(IdentityContext);

type Waiting = { verified: () => void; cancelled: () => void };

/** Context that asks the person to verify their identity for account changes inside it. */
export function IdentityCheck({ hasPassword, children }: { hasPassword: boolean; children: ReactNode }) {
  const [waiting, setWaiting] = useState<Waiting | null>(null);

  const verify = () =>
    new Promise<boolean>((resolve) => {
      setWaiting({ verified: () => resolve(true), cancelled: () => resolve(false) });
    });

  const run: Mutation = async (mutate) => {
    try {
      return await mutate();
    } catch (refused) {
      if (refusalOf(refused).code !== "person.identity_unverified" || !(await verify())) throw refused;
      return run(mutate);
    }
  };

  const close = (end: "verified" | "cancelled") => {
    waiting?.[end]();
    setWaiting(null);
  };

  return (
    <IdentityContext value={run}>
      {children}
      {waiting ? (
        <IdentityDialog
          hasPassword={hasPassword}
          onVerified={() => close("verified")}
          onClose={() => close("cancelled")}
        />
      ) : null}
    </IdentityContext>
  );
}

type DialogProps = { hasPassword: boolean; onVerified: () => void; onClose: () => void };

function IdentityDialog({ hasPassword, onVerified, onClose }: DialogProps) {
  const t = useTranslations("people.identity");
  const [mailed, setMailed] = useState(false);
  return (
    <Dialog open onClose={onClose} title={t("title")} description={t("why")}>
      {hasPassword ? (
        <MutationForm
          draft={null}
          submit={t("confirm")}
          mutate={(values) => trpc.people.verifyIdentity.mutate({ password: String(values["password"]) })}
          onDone={onVerified}
        >
          <Field name="password" label={t("password")} required>
            <Input type="password" autoComplete="current-password" maxLength={maxPasswordLength} autoFocus />
          </Field>
        </MutationForm>
      ) : null}
      {mailed ? (
        <div role="status" className="grid justify-items-start gap-3">
          <p>{t("mailed")}</p>
          <Button kind="primary" onClick={onVerified}>
            {t("continue")}
          </Button>
        </div>
      ) : (
        <MutationForm
          draft={null}
          submit={t(hasPassword ? "byMailInstead" : "byMail")}
          submitKind={hasPassword ? "quiet" : "primary"}
          submitIcon="mail"
          mutate={() => trpc.people.mailIdentityLink.mutate()}
          onDone={() => setMailed(true)}
        >
          {null}
        </MutationForm>
      )}
    </Dialog>
  );
}
