import { rest } from "~/server/rest/rest";
import { router, tenantProcedure } from "~/server/trpc";
import { Attention, GetSeries, GetTop, Series, Top } from "../../schema/stats";
import { getAttention } from "./get-attention";
import { getSeries } from "./get-series";
import { getTop } from "./get-top";

const look = tenantProcedure.meta({ scope: "users:read" });

export const statsRouter = router({
  attention: look
    .meta(rest("GET /stats/attention", "List what needs a look, the worst first"))
    .output(Attention)
    .query(({ ctx }) => getAttention(ctx)),
  series: look
    .meta(rest("GET /stats", "Show mail over time, of the tenant, a domain or a mailbox user"))
    .input(GetSeries)
    .output(Series)
    .query(({ ctx, input }) => getSeries(ctx, input)),
  top: look
    .meta(rest("GET /stats/top", "List domains or mailbox users with the most of something"))
    .input(GetTop)
    .output(Top)
    .query(({ ctx, input }) => getTop(ctx, input)),
});
