import type { NextRequest } from "next/server";
import { handlers } from "@/server/sign-in/auth";
import { refuseForeignOrigin } from "@/server/trpc/http";

export const GET = handlers.GET;

/**
 * Sign-in and sign-out. Signing out clears the data that the browser stored for the person, including drafts and cached
 * pages.
 */
export async function POST(request: NextRequest): Promise<Response> {
  const refused = await refuseForeignOrigin(request);
  if (refused) return refused;
  const answer = await handlers.POST(request);
  if (request.nextUrl.pathname.endsWith("/signout")) answer.headers.set("Clear-Site-Data", '"cache", "storage"');
  return answer;
}
