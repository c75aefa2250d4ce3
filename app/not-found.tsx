import { NotFoundMessage } from "@/components/shared/not-found-message";
import { currentActor } from "@/server/auth/actor";

/**
 * Shown in the browser only, after a link within the app; the server draws a page that does not exist in its frame
 * (server/http/not-found-page.ts). Without a frame, because Next sends it with every page.
 */
export default async function NotFound() {
  return (
    <main className="mx-auto w-full max-w-page px-4 py-10 sm:px-8">
      <NotFoundMessage signedIn={(await currentActor()) !== null} />
    </main>
  );
}
