"use client";

import { useTranslations } from "@/messages/use-translations";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { useMutation } from "../shared/use-mutation";
import { Button } from "../ui/button";

/** Ends following one thing, whose name assistive technology reads. */
export function StopFollowing({ followId, name }: { followId: string; name: string }) {
  const t = useTranslations("follows");
  const refresh = useRefresh();
  const { run, pending, problem } = useMutation(() => trpc.follows.remove.mutate({ followId }));
  const stop = async () => {
    if ((await run(undefined)).done) refresh();
  };
  return (
    <div className="grid justify-items-end gap-1">
      <Button size="small" aria-label={t("stopName", { name })} aria-disabled={pending} onClick={() => void stop()}>
        {t("stop")}
      </Button>
      {problem ? (
        <p role="alert" className="text-late text-sm">
          {problem.sentence}
        </p>
      ) : null}
    </div>
  );
}
