import { router } from "~/server/trpc";

export const tenantRouter = router({});
