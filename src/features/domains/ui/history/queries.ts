import { query } from "@solidjs/router";
import { trpc } from "~/trpc/client";
import { pageData } from "~/features/auth/ui/page-data";
import type { HistoryKind } from "../../schema/history";

/** One page of what happened to a domain; `after` is the cursor of the page before. */
export const domainHistory = query(
  (domainId: string, kind?: HistoryKind, after?: string) =>
    pageData(() => trpc.domains.history.list.query({ domainId, kind, after, limit: 50 })),
  "domains.history",
);
