import { defaultSettings } from "@/domain/notifications";
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
  "notifications.settings": ["U o o o o o o o o", (api) => api.notifications.settings()],
  "notifications.saveSettings": ["U o o o o o o o o", (api) => api.notifications.saveSettings(defaultSettings)],
  "notifications.unmute": [
    "U o o o o o o o o",
    (api, w) => api.notifications.unmute({ subject: { type: "project", id: w.project } }),
  ],
};
