import { authRouter } from "./features/auth/server/router";
import { domainsRouter } from "./features/domains/server/router";
import { usersRouter } from "./features/users/server/router";
import { webmailRouter } from "./features/webmail/server/router";
import { liveRouter } from "./server/live";
import { mountRest } from "./server/rest/rest-routes";
import { router } from "./server/trpc";

/** The whole API: a table of contents. */
export const appRouter = router({
  auth: authRouter,
  domains: domainsRouter,
  users: usersRouter,
  live: liveRouter,
  webmail: webmailRouter,
});

mountRest(appRouter);

export type AppRouter = typeof appRouter;
