import { router } from "~/server/trpc";

export const tokensRouter = router({});
