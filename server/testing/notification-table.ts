import type { PermissionTable } from "./world";

/** The rows of the permission table for notifications. */
export const notificationTable: PermissionTable = {
  "notifications.list": ["U o o o o o o o o", (api) => api.notifications.list({})],
  "notifications.unread": ["U o o o o o o o o", (api) => api.notifications.unread()],
  "notifications.read": ["U o o o o o o o o", (api) => api.notifications.read({ all: true })],
  "notifications.mute": [
    "U N o o o o o o N",
    (api, w) => api.notifications.mute({ subject: { type: "project", id: w.project } }),
  ],
  "notifications.unmute": [
    "U o o o o o o o o",
    (api, w) => api.notifications.unmute({ subject: { type: "project", id: w.project } }),
  ],
};
