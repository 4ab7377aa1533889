import { router } from "~/server/trpc";

export const shareRouter = router({});
