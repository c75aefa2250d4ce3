import { z } from "zod";
import { mailLocales, maxPasswordLength, normaliseAddress } from "../people";

export const addressInput = z
  .string()
  .max(254)
  .transform(normaliseAddress)
  .pipe(z.email({ pattern: z.regexes.unicodeEmail, error: "person.address_invalid" }));

export const nameInput = z.string().trim().min(1, "input.required").max(120, "input.too_long");
export const passwordInput = z.string().min(1, "input.required").max(maxPasswordLength, "input.too_long");
const token = z.string().min(20, "person.token_invalid").max(200, "person.token_invalid");

export const signUpInput = z.object({
  id: z.uuid(),
  name: nameInput,
  email: addressInput,
  password: passwordInput,
  locale: z.enum(mailLocales).default("en"),
  invitation: token.optional(),
});
export const mailLinkInput = z.object({ email: addressInput });
export const confirmInput = z.object({ token, password: z.string().max(maxPasswordLength).default("") });
export const resetInput = z.object({ token, password: passwordInput });
export const changePasswordInput = z.object({
  current: z.string().max(maxPasswordLength).default(""),
  password: passwordInput,
});
export const profileInput = z.object({ name: nameInput, locale: z.enum(mailLocales) });
export const addAddressInput = z.object({ email: addressInput });
export const addressIdInput = z.object({ addressId: z.uuid() });
export const resendConfirmationInput = z.object({ addressId: z.uuid().optional() });
export const closeAccountInput = z.object({ password: z.string().max(maxPasswordLength).default("") });

export type SignUp = z.output<typeof signUpInput>;
export type ResetPassword = z.output<typeof resetInput>;
export type ChangePassword = z.output<typeof changePasswordInput>;
export type Profile = z.output<typeof profileInput>;
