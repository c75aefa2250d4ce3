"use client";

import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { useMutation } from "../shared/use-mutation";
import { Button } from "../ui/button";

type Props = { requestId: string; labels: { accept: string; decline: string } };

/** Accepts or declines a person who asked to join an organisation. */
export function JoinRequestAnswer({ requestId, labels }: Props) {
  const refresh = useRefresh();
  const { run, pending, problem } = useMutation((accept: boolean) =>
    trpc.projects.resolveJoinRequest.mutate({ requestId, accept }),
  );
  const answer = async (accept: boolean) => {
    const outcome = await run(accept);
    if (outcome.done) refresh();
  };
  return (
    <>
      <Button size="small" onClick={() => void answer(true)} aria-disabled={pending}>
        {labels.accept}
      </Button>
      <Button size="small" kind="quiet" onClick={() => void answer(false)} aria-disabled={pending}>
        {labels.decline}
      </Button>
      {problem ? (
        <p role="alert" className="basis-full">
          {problem.sentence}
        </p>
      ) : null}
    </>
  );
}
