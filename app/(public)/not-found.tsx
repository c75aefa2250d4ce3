import { NotFoundMessage } from "@/components/shared/not-found-message";
import { currentActor } from "@/server/auth/actor";

export default async function NotFound() {
  return <NotFoundMessage signedIn={(await currentActor()) !== null} />;
}
