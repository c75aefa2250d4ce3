import { v7 as uuid } from "uuid";
import type { PermissionTable } from "./world";

const answer = "We looked at it.";

/** The rows of the permission table for reports about public pages. */
export const reportTable: PermissionTable = {
  "reports.page": ["o o o o o o o o o", (api, w) => api.reports.page({ kind: "outputs", slug: w.publicSlug })],
  "reports.add": [
    "o o o o o o o o o",
    (api, w) =>
      api.reports.add({
        id: uuid(),
        kind: "outputs",
        slug: w.publicSlug,
        reason: "content",
        text: "The second page is empty.",
      }),
  ],
  "reports.list": ["U N N N N N N N o", (api) => api.reports.list({})],
  "reports.open": ["U N N N N N N N o", (api) => api.reports.open()],
  "reports.get": ["U N N N N N N N o", (api, w) => api.reports.get({ reportId: w.report })],
  "reports.close": ["U N N N N N N N o", (api, w) => api.reports.close({ reportId: w.report, answer })],
  "reports.unpublish": [
    "U N N N N N N N o",
    (api, w) => api.reports.unpublish({ reportId: w.report, reason: "It names a child.", answer }),
  ],
};
