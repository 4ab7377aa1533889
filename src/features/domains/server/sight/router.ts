import { router } from "~/server/trpc";

export const sightRouter = router({});
