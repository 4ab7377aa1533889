import { authRouter } from "./features/auth/server/router";
import { router } from "./server/trpc";

/** The whole API: a table of contents. */
export const appRouter = router({ auth: authRouter });

export type AppRouter = typeof appRouter;
