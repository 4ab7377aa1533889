import { router } from "./server/trpc";

/** The whole API: a table of contents. */
export const appRouter = router({});

export type AppRouter = typeof appRouter;
