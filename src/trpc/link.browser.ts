import { httpBatchStreamLink, httpLink, httpSubscriptionLink, splitLink, type TRPCLink } from "@trpc/client";
import type { AppRouter } from "~/router";
import { withProof } from "./with-proof";

const url = "/api/trpc";

/**
 * Queries of one tick share a request and answer as each is ready; subscriptions are one event stream. A mutation travels alone,
 * because its answer may set cookies, which a streamed answer can no longer do.
 */
export const link: TRPCLink<AppRouter> = splitLink({
  condition: (operation) => operation.type === "subscription",
  true: httpSubscriptionLink({ url }),
  false: [
    withProof,
    splitLink({
      condition: (operation) => operation.type === "mutation",
      true: httpLink({ url }),
      false: httpBatchStreamLink({ url, maxItems: 20 }),
    }),
  ],
});
