import { z } from "zod";
import { readAddress } from "../addresses";
import { mailLocales, maxPasswordLength } from "../people";
import { isTimeZone } from "../time-zones";
import { calendarDate, idInput, lineText, optionalId, secretText, tokenInput } from "./input";

/** One e-mail address, normalised. Errors: input.too_long, person.address_invalid. */
export const addressInput = lineText(300).transform((text, ctx) => {
  const address = readAddress(text);
  if (address !== null) return address;
  ctx.addIssue({ code: "custom", message: "person.address_invalid" });
  return z.NEVER;
});

export const nameInput = lineText(120, 1);
export const passwordInput = secretText(maxPasswordLength, 1);

export const signUpInput = z.object({
  id: idInput,
  name: nameInput,
  email: addressInput,
  password: passwordInput,
  locale: z.enum(mailLocales).default("en"),
  invitation: tokenInput.optional(),
});
export const mailLinkInput = z.object({ email: addressInput });
export const confirmInput = z.object({ token: tokenInput, password: secretText(maxPasswordLength).default("") });
export const resetInput = z.object({ token: tokenInput, password: passwordInput });
export const changePasswordInput = z.object({
  current: secretText(maxPasswordLength).default(""),
  password: passwordInput,
});
const timeZone = lineText(64).refine(isTimeZone, "person.time_zone_unknown");
export const profileInput = z.object({
  name: nameInput,
  locale: z.enum(mailLocales),
  /** Null for the browser's time zone; unchanged when left out. */
  timeZone: timeZone.nullable().optional(),
});
/** The last day away, and the colleague who stands in. `timeZone`: that of the browser, for those who chose none. */
export const setAwayInput = z.object({ until: calendarDate(), standInId: optionalId, timeZone: timeZone.optional() });
export const addAddressInput = z.object({ email: addressInput });
export const addressIdInput = z.object({ addressId: idInput });
export const resendConfirmationInput = z.object({ addressId: idInput.optional() });
export const verifyIdentityInput = z.object({ password: passwordInput });
export const sessionIdInput = z.object({ sessionId: idInput });
/** `until`: when the page was rendered. */
export const markSeenInput = z.object({ until: z.date("input.date_invalid") });
export const closeAccountInput = z.object({ password: secretText(maxPasswordLength).default("") });

export type SignUp = z.output<typeof signUpInput>;
export type ResetPassword = z.output<typeof resetInput>;
export type ChangePassword = z.output<typeof changePasswordInput>;
export type MarkSeen = z.output<typeof markSeenInput>;
export type SetAway = z.output<typeof setAwayInput>;
export type Profile = z.output<typeof profileInput>;
