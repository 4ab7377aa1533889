import { router } from "~/server/trpc";

export const connectRouter = router({});
