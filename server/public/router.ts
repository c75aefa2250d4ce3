import { z } from "zod";
import { lineText } from "@/domain/schemas/input";
import {
  publicOutputAnswer,
  publicPartnerAnswer,
  publicPartnershipAnswer,
  publicPracticeAnswer,
} from "@/domain/schemas/public";
import { saveSettingsInput } from "@/domain/schemas/notifications";
import { publicSlugInput, sitemapInput } from "@/domain/schemas/publications";
import { impactInput, searchLibraryInput } from "@/domain/schemas/library";
import { publicPracticeInput } from "@/domain/schemas/practices";
import { impactOutput, searchLibraryOutput } from "@/server/library/output";
import { listByAim } from "@/server/library/queries/list-by-aim";
import { searchLibrary } from "@/server/library/queries/search-library";
import { saveMailSettings, stopMail } from "@/server/mail/commands";
import { findStopPage } from "@/server/mail/find-stop-page";
import { limit } from "@/server/rate-limit";
import { publicProcedure, router } from "@/server/procedures";
import { getPublicOutput } from "./output-page";
import { getPublicPartner } from "./partner-page";
import { getPublicPartnership } from "./partnership-page";
import { getPublicPractice } from "./practice-page";
import { listAddresses } from "./sitemap";

const stopInput = z.object({ token: lineText(1_000) });

/** What everyone may read without an account. */
export const publicRouter = router({
  search: publicProcedure
    .input(searchLibraryInput)
    .output(searchLibraryOutput)
    .query(async ({ ctx, input }) => {
      if (input.text) await limit("publicQueries", ctx.ip);
      return searchLibrary(ctx, input);
    }),
  impact: publicProcedure
    .input(impactInput)
    .output(impactOutput)
    .query(({ ctx, input }) => listByAim(ctx, input)),
  stop: publicProcedure.input(stopInput).query(({ ctx, input }) => findStopPage(ctx, input)),
  saveMailSettings: publicProcedure
    .input(saveSettingsInput.extend(stopInput.shape))
    .mutation(({ ctx, input }) => saveMailSettings(ctx, input)),
  stopMail: publicProcedure.input(stopInput).mutation(({ ctx, input }) => stopMail(ctx, input)),
  practice: publicProcedure
    .input(publicPracticeInput)
    .output(publicPracticeAnswer)
    .query(({ ctx, input }) => getPublicPractice(ctx, input)),
  addresses: publicProcedure.input(sitemapInput).query(({ ctx, input }) => listAddresses(ctx, input)),
  output: publicProcedure
    .input(publicSlugInput)
    .output(publicOutputAnswer)
    .query(({ ctx, input }) => getPublicOutput(ctx, input)),
  partnership: publicProcedure
    .input(publicSlugInput)
    .output(publicPartnershipAnswer)
    .query(({ ctx, input }) => getPublicPartnership(ctx, input)),
  partner: publicProcedure
    .input(publicSlugInput)
    .output(publicPartnerAnswer)
    .query(({ ctx, input }) => getPublicPartner(ctx, input)),
});
