import { z } from "zod";
import { defineEvent, type EventSubject, named, recordOnly } from "./event";

const ofPerson = named.extend({ organisationId: z.uuid(), personId: z.uuid() });

const organisationPage = (_data: unknown, { organisationId }: EventSubject) =>
  organisationId === null ? "/home" : `/organisations/${organisationId}`;
const recorded = { ...recordOnly, page: organisationPage };

/** Requests to join are decided on the home page. */
const onHome = { kind: null, channels: ["bell", "email"], page: () => "/home" } as const;

export const organisationEvents = {
  "organisation.created": defineEvent({ shape: named, ...recorded }),
  "organisation.updated": defineEvent({ shape: named.extend({ fields: z.array(z.string()) }), ...recorded }),
  "organisation.join_requested": defineEvent({
    shape: ofPerson,
    audience: ["organisation_admins"],
    asks: true,
    ...onHome,
  }),
  "organisation.join_decided": defineEvent({
    shape: ofPerson.extend({ accepted: z.boolean() }),
    audience: ["applicant"],
    asks: false,
    ...onHome,
  }),
  // By an operator of the server, after a report.
  "organisation.page_taken_down": defineEvent({
    shape: named.extend({ organisationId: z.uuid(), reason: z.string() }),
    kind: null,
    audience: ["organisation_admins"],
    channels: ["bell", "email"],
    asks: true,
    page: organisationPage,
    quote: ({ reason }) => reason,
  }),
  "organisation.person_removed": defineEvent({ shape: ofPerson, ...recorded }),
  "organisation.role_changed": defineEvent({ shape: ofPerson.extend({ role: z.string() }), ...recorded }),
};
