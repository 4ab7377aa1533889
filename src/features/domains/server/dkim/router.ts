import { router } from "~/server/trpc";

export const dkimRouter = router({});
