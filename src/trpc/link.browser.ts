import { httpBatchStreamLink, httpLink, httpSubscriptionLink, splitLink, type TRPCLink } from "@trpc/client";
import type { AppRouter } from "~/router";
import { withProof } from "./with-proof";

const url = "/api/trpc";

/** What somebody does to mail, or writes, while its page is left happens all the same; browsers allow that up to 64 KiB. */
const isKept = (to: URL | RequestInfo) =>
  /\/webmail\.(drafts\.(save|remove)|move|setKeyword|preferences\.set)$/.test(String(to));
const isSmall = (init: { body?: unknown } | undefined) => String(init?.body ?? "").length < 20_000;

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
      true: httpLink({ url, fetch: (to, init) => fetch(to, { ...init, keepalive: isKept(to) && isSmall(init) }) }),
      false: httpBatchStreamLink({ url, maxItems: 20 }),
    }),
  ],
});
