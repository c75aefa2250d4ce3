import { sql } from "drizzle-orm";
import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { reportedKinds, reportOutcomes, reportReasons } from "../../domain/reports";
import { createdAt, id, timestamptz } from "../columns";
import { people } from "./people";

/** Reports by visitors that something is wrong on a public page. Operators answer them; projects do not see them. */
export const pageReports = pgTable(
  "page_reports",
  {
    id: id(),
    kind: text("kind", { enum: reportedKinds }).notNull(),
    /** The id of the publication, the practice, the project or the organisation, by kind. */
    subjectId: uuid("subject_id").notNull(),
    /** The slug and the title of the page when it was reported. */
    slug: text("slug").notNull(),
    title: text("title").notNull(),
    reason: text("reason", { enum: reportReasons }).notNull(),
    text: text("text").notNull(),
    /** Where the answer is sent, in which language; erased some time after the report was closed. */
    email: text("email"),
    locale: text("locale").notNull(),
    /** Who reported it, when they were signed in; they get the answer at their own address. */
    reporterId: uuid("reporter_id").references(() => people.id),
    closedAt: timestamptz("closed_at"),
    closedBy: uuid("closed_by").references(() => people.id),
    outcome: text("outcome", { enum: reportOutcomes }),
    answer: text("answer").notNull().default(""),
    createdAt: createdAt(),
  },
  (t) => [
    // Open reports first, the newest first within them: the order of the operators' list.
    index("page_reports_order").on(sql`(${t.closedAt} is null)`, t.createdAt, t.id),
    index("page_reports_reporter")
      .on(t.reporterId)
      .where(sql`${t.reporterId} is not null`),
    index("page_reports_email")
      .on(t.email)
      .where(sql`${t.email} is not null`),
  ],
);
