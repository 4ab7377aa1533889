import { router } from "~/server/trpc";

export const historyRouter = router({});
