import { z } from "zod";
import { asked, defineEvent, homePage, recordOnly } from "./event";

const nothing = z.object({});
const account = { ...recordOnly, page: () => "/account" };

export const personEvents = {
  "person.signed_up": defineEvent({ shape: nothing, ...account }),
  "person.confirmed": defineEvent({ shape: nothing, ...account }),
  "person.password_changed": defineEvent({ shape: nothing, ...account }),
  "person.signed_out_everywhere": defineEvent({ shape: nothing, ...account }),
  "person.session_ended": defineEvent({ shape: nothing, ...account }),
  "person.calendar_renewed": defineEvent({ shape: nothing, ...recordOnly, page: () => "/calendar" }),
  "person.profile_changed": defineEvent({ shape: nothing, ...account }),
  "person.away": defineEvent({ shape: z.object({ until: z.iso.date() }), ...account }),
  "person.back": defineEvent({ shape: nothing, ...account }),
  // `personId` is the colleague who stands in.
  "person.stand_in_named": defineEvent({
    shape: z.object({ personId: z.uuid(), until: z.iso.date() }),
    kind: null,
    page: homePage,
    ...asked("subject"),
    channels: ["bell", "email"],
  }),
  "person.closed": defineEvent({ shape: nothing, ...account }),
  "person.identity_linked": defineEvent({ shape: z.object({ issuer: z.string() }), ...account }),
};
