import { router } from "~/server/trpc";

export const webhooksRouter = router({});
