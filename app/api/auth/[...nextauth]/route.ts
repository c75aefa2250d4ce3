import type { NextRequest } from "next/server";
import { handlers } from "@/server/auth/auth";
import { refuseForeignOrigin } from "@/server/trpc/http";

export const GET = handlers.GET;

export async function POST(request: NextRequest): Promise<Response> {
  return refuseForeignOrigin(request) ?? handlers.POST(request);
}
