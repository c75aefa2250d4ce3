import type { NextRequest } from "next/server";
import { handlers } from "@/server/sign-in/auth";
import { refuseForeignOrigin } from "@/server/trpc/http";

export const GET = handlers.GET;

/** Sign-in and sign-out. Signing out clears what the browser stored of the person, drafts and cached pages included. */
export async function POST(request: NextRequest): Promise<Response> {
  const refused = await refuseForeignOrigin(request);
  if (refused) return refused;
  const answer = await handlers.POST(request);
  if (request.nextUrl.pathname.endsWith("/signout")) answer.headers.set("Clear-Site-Data", '"cache", "storage"');
  return answer;
}
