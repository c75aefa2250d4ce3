import { z } from "zod";
import {
  addAddressInput,
  addressIdInput,
  changePasswordInput,
  closeAccountInput,
  confirmInput,
  mailLinkInput,
  markSeenInput,
  profileInput,
  resendConfirmationInput,
  resetInput,
  setAwayInput,
  sessionIdInput,
  signUpInput,
  verifyIdentityInput,
} from "@/domain/schemas/people";
import { cursorInput } from "@/domain/schemas/input";
import { limit } from "@/server/rate-limit";
import { memberProcedure, publicProcedure, router } from "@/server/procedures";
import { changePassword } from "./commands/change-password";
import { closeAccount } from "./commands/close-account";
import { resetPassword } from "./commands/reset-password";
import { updateProfile } from "./commands/update-profile";
import { addAddress } from "./commands/add-address";
import { makeAddressPrimary } from "./commands/make-address-primary";
import { removeAddress } from "./commands/remove-address";
import { confirmAddress } from "./commands/confirm-address";
import { endSession } from "./commands/end-session";
import { signOutEverywhere } from "./commands/sign-out-everywhere";
import { mailIdentityLink } from "./commands/mail-identity-link";
import { verifyIdentity } from "./commands/verify-identity";
import { mailLink } from "./commands/mail-link";
import { resendConfirmation } from "./commands/resend-confirmation";
import { markSeen } from "./commands/mark-seen";
import { comeBack, setAway } from "./commands/set-away";
import { signUp } from "./commands/sign-up";
import { getAbsence } from "./queries/absence";
import { getNews, newSince } from "./queries/news";
import { getMe } from "./queries/account";
import { listDue } from "./queries/due";
import { exportMe } from "./queries/export";
import { listSessions } from "./queries/sessions";

/** Accounts: sign-up, addresses, passwords, sessions, closing. Auth.js handles sign-in. */
export const peopleRouter = router({
  signUp: publicProcedure.input(signUpInput).mutation(({ ctx, input }) => signUp(ctx, input)),
  confirm: publicProcedure.input(confirmInput).mutation(({ ctx, input }) => confirmAddress(ctx, input)),
  mailSignInLink: publicProcedure
    .input(mailLinkInput)
    .mutation(({ ctx, input }) => mailLink(ctx, input.email, "sign_in")),
  mailResetLink: publicProcedure.input(mailLinkInput).mutation(({ ctx, input }) => mailLink(ctx, input.email, "reset")),
  resetPassword: publicProcedure.input(resetInput).mutation(({ ctx, input }) => resetPassword(ctx, input)),
  resendConfirmation: memberProcedure
    .input(resendConfirmationInput)
    .mutation(({ ctx, input }) => resendConfirmation(ctx, input)),
  due: memberProcedure.input(z.object({ cursor: cursorInput })).query(({ ctx, input }) => listDue(ctx, input)),
  news: memberProcedure.query(({ ctx }) => getNews(ctx)),
  newSince: memberProcedure.query(({ ctx }) => newSince(ctx)),
  markSeen: memberProcedure.input(markSeenInput).mutation(({ ctx, input }) => markSeen(ctx, input)),
  me: memberProcedure.query(({ ctx }) => getMe(ctx)),
  exportMe: memberProcedure.query(async ({ ctx }) => {
    await limit("exports", ctx.actor.personId);
    return exportMe(ctx);
  }),
  updateProfile: memberProcedure.input(profileInput).mutation(({ ctx, input }) => updateProfile(ctx, input)),
  absence: memberProcedure.query(({ ctx }) => getAbsence(ctx)),
  setAway: memberProcedure.input(setAwayInput).mutation(({ ctx, input }) => setAway(ctx, input)),
  comeBack: memberProcedure.mutation(({ ctx }) => comeBack(ctx)),
  changePassword: memberProcedure.input(changePasswordInput).mutation(({ ctx, input }) => changePassword(ctx, input)),
  verifyIdentity: memberProcedure.input(verifyIdentityInput).mutation(({ ctx, input }) => verifyIdentity(ctx, input)),
  mailIdentityLink: memberProcedure.mutation(({ ctx }) => mailIdentityLink(ctx)),
  sessions: memberProcedure
    .input(z.object({ cursor: cursorInput }))
    .query(({ ctx, input }) => listSessions(ctx, input)),
  endSession: memberProcedure.input(sessionIdInput).mutation(({ ctx, input }) => endSession(ctx, input)),
  signOutEverywhere: memberProcedure.mutation(({ ctx }) => signOutEverywhere(ctx)),
  addAddress: memberProcedure.input(addAddressInput).mutation(({ ctx, input }) => addAddress(ctx, input)),
  removeAddress: memberProcedure.input(addressIdInput).mutation(({ ctx, input }) => removeAddress(ctx, input)),
  makeAddressPrimary: memberProcedure
    .input(addressIdInput)
    .mutation(({ ctx, input }) => makeAddressPrimary(ctx, input)),
  closeAccount: memberProcedure.input(closeAccountInput).mutation(({ ctx, input }) => closeAccount(ctx, input)),
});
