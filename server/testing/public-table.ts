import { defaultSettings } from "@/domain/notifications";
import { type PermissionTable, spent } from "./world";

const eligibility = { action: "KA220", callYear: 2026, organisations: [] };

/** The procedures that need no account. */
export const publicTable: PermissionTable = {
  "programme.actions": ["o o o o o o o o o", (api) => api.programme.actions()],
  "programme.checkEligibility": ["o o o o o o o o o", (api) => api.programme.checkEligibility(eligibility)],
  "programme.estimateGrant": [
    "o o o o o o o o o",
    (api) => api.programme.estimateGrant({ ...eligibility, durationMonths: 24, items: [] }),
  ],
  "programme.distanceBand": ["o o o o o o o o o", (api) => api.programme.distanceBand({ callYear: 2019, km: 600 })],
  "programme.parseReference": [
    "o o o o o o o o o",
    (api) => api.programme.parseReference({ text: "2019-1-ES01-KA201-065417" }),
  ],
  "programme.reduction": [
    "o o o o o o o o o",
    (api) => api.programme.reduction({ action: "KA220", callYear: 2022, score: 60 }),
  ],
  "programme.transfer": [
    "o o o o o o o o o",
    (api) => api.programme.transfer({ action: "KA201", callYear: 2019, budget: {}, actual: {} }),
  ],
  "public.search": ["o o o o o o o o o", (api) => api.public.search({ text: "garden" })],
  "public.impact": ["o o o o o o o o o", (api) => api.public.impact({ aim: "digital_competence" })],
  "public.stop": ["o o o o o o o o o", (api) => api.public.stop({ token: spent })],
  "public.saveMailSettings": [
    "B B B B B B B B B",
    (api) => api.public.saveMailSettings({ token: spent, ...defaultSettings }),
  ],
  "public.stopMail": ["B B B B B B B B B", (api) => api.public.stopMail({ token: spent })],
  "actLinks.find": ["o o o o o o o o o", (api) => api.actLinks.find({ token: spent })],
  "actLinks.act": ["N N N N N N N N N", (api) => api.actLinks.act({ token: spent, version: 1 })],
  "actLinks.disown": ["N N N N N N N N N", (api) => api.actLinks.disown({ token: spent })],
  "actLinks.allow": ["U o o o o o o o o", (api) => api.actLinks.allow({ allowed: false })],
  "public.addresses": ["+ + + + + + + + +", (api) => api.public.addresses({ page: 0 })],
  "public.output": ["+ + + + + + + + +", (api, w) => api.public.output({ slug: w.publicSlug })],
  "public.partnership": ["+ + + + + + + + +", (api, w) => api.public.partnership({ slug: w.slug })],
  "public.partner": ["+ + + + + + + + +", (api, w) => api.public.partner({ slug: `o-${w.organisation}` })],
  "public.practice": ["N N N N N N N N N", (api, w) => api.public.practice({ slug: w.practiceSlug })],
};
