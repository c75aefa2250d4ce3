import { v7 as uuid } from "uuid";
import type { PermissionTable } from "./world";

/** The rows of the permission table for what people follow: everyone with an account follows what is public. */
export const followTable: PermissionTable = {
  "follows.list": ["U o o o o o o o o", (api) => api.follows.list({})],
  "follows.add": ["U o o o o o o o o", (api, w) => api.follows.add({ id: uuid(), practiceId: w.publicPractice })],
  "follows.remove": ["U o o o o o o o o", (api) => api.follows.remove({ followId: uuid() })],
};
