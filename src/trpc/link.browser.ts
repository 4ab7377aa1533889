import { httpBatchStreamLink, httpSubscriptionLink, splitLink, type TRPCLink } from "@trpc/client";
import type { AppRouter } from "~/router";

const url = "/api/trpc";

/** Calls of one tick share a request and answer as each is ready; subscriptions are one event stream. */
export const link: TRPCLink<AppRouter> = splitLink({
  condition: (operation) => operation.type === "subscription",
  true: httpSubscriptionLink({ url }),
  false: httpBatchStreamLink({ url, maxItems: 20 }),
});
