import { actLinksRouter } from "@/server/act-links/router";
import { activityRouter } from "@/server/activity/router";
import { attachmentsRouter } from "@/server/attachments/router";
import { calendarRouter } from "@/server/calendar/router";
import { commentsRouter } from "@/server/comments/router";
import { conversationsRouter } from "@/server/conversations/router";
import { followsRouter } from "@/server/follows/router";
import { tasksRouter } from "@/server/tasks/router";
import { instanceRouter } from "@/server/mail/router";
import { notificationsRouter } from "@/server/notifications/router";
import { organisationsRouter } from "@/server/organisations/router";
import { outputsRouter } from "@/server/outputs/router";
import { peopleRouter } from "@/server/people/router";
import { practicesRouter } from "@/server/practices/router";
import { programmeRouter } from "@/server/programme/router";
import { projectsRouter } from "@/server/projects/router";
import { publicationsRouter } from "@/server/publications/router";
import { publicRouter } from "@/server/public/router";
import { replicationsRouter } from "@/server/replications/router";
import { reportsRouter } from "@/server/reports/router";
import { reviewsRouter } from "@/server/reviews/router";
import { searchRouter } from "@/server/search/router";
import { router } from "@/server/procedures";

/** The API: every read and write, by noun. */
export const appRouter = router({
  actLinks: actLinksRouter,
  activity: activityRouter,
  attachments: attachmentsRouter,
  calendar: calendarRouter,
  comments: commentsRouter,
  conversations: conversationsRouter,
  follows: followsRouter,
  tasks: tasksRouter,
  instance: instanceRouter,
  notifications: notificationsRouter,
  organisations: organisationsRouter,
  outputs: outputsRouter,
  people: peopleRouter,
  practices: practicesRouter,
  programme: programmeRouter,
  projects: projectsRouter,
  public: publicRouter,
  publications: publicationsRouter,
  replications: replicationsRouter,
  reports: reportsRouter,
  reviews: reviewsRouter,
  search: searchRouter,
});

export type AppRouter = typeof appRouter;
