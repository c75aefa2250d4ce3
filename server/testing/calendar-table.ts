import { v7 as uuid } from "uuid";
import { type PermissionTable, spent } from "./world";

const days = { from: "2026-03-01", to: "2026-04-30" };

/** The rows of the permission table for calendars and their private addresses. */
export const calendarTable: PermissionTable = {
  "calendar.list": ["U N + + + + N N N", (api, w) => api.calendar.list({ slug: w.slug, who: "everyone", ...days })],
  "calendar.feed": ["U N o o o o N N N", (api, w) => api.calendar.feed({ slug: w.slug })],
  "calendar.renew": ["U N o o o o N N N", (api, w) => api.calendar.renew({ id: uuid(), slug: w.slug })],
  "calendar.read": ["N N N N N N N N N", (api) => api.calendar.read({ secret: spent })],
};
