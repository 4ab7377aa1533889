import { query } from "@solidjs/router";
import { pageData } from "~/features/auth/ui/page-data";
import { trpc } from "~/trpc/client";
import type { GetSeries, GetTop } from "../../schema/stats";

/** What needs a look, and the first page's figures. */
export const attention = query(() => pageData(() => trpc.users.stats.attention.query()), "users.stats.attention");

export const mailSeries = query(
  (input: GetSeries) => pageData(() => trpc.users.stats.series.query(input)),
  "users.stats.series",
);

export const mailTop = query((input: GetTop) => pageData(() => trpc.users.stats.top.query(input)), "users.stats.top");
