import { z } from "zod";
import { answerExport, type ExportFile } from "~/server/answer-export";
import { audit } from "~/server/audit";
import type { Context, MemberCtx } from "~/server/context";
import { AppError } from "~/lib/errors";
import type { MailUser } from "../schema";
import { UserCondition, UserFilter } from "../schema/user-filter";
import { listUsers } from "./list-users";

const batchSize = 1000;

const columns = {
  address: ({ address }) => address,
  name: ({ displayName }) => displayName,
  state: ({ state }) => state,
  quota_bytes: ({ quotaBytes }) => String(quotaBytes),
  used_bytes: ({ usedBytes }) => String(usedBytes),
  created_at: ({ createdAt }) => createdAt,
  id: ({ id }) => id,
} satisfies Record<string, (user: MailUser) => string>;

/** As an address says it: conditions with commas between them. */
const Filter = UserFilter.extend({
  is: z
    .string()
    .max(200)
    .transform((text) => text.split(","))
    .pipe(z.array(UserCondition).max(6))
    .optional(),
  inactiveDays: z.coerce.number().pipe(z.int().min(1).max(3650)).optional(),
});

type Page = Awaited<ReturnType<typeof listUsers>>;

async function* batchesOf(ctx: MemberCtx, filter: UserFilter): AsyncGenerator<string[][], void> {
  for (let page: Page | undefined; !page || page.next;) {
    page = await listUsers(ctx, { ...filter, sort: "created", after: page?.next, limit: batchSize });
    yield page.users.map((user) => Object.values(columns).map((cell) => cell(user)));
  }
}

/** Begins the export of the mailbox users that a member may see. Throws what `listUsers` throws. */
async function openExport(ctx: MemberCtx, query: Record<string, string>): Promise<ExportFile> {
  const filter = Filter.safeParse(query);
  if (!filter.success) throw new AppError("request.invalid");
  await listUsers(ctx, { ...filter.data, sort: "created", limit: 1 });
  const subject = { type: "tenant", id: ctx.tenantId } as const;
  await ctx.tx((tx) => audit(tx, ctx, { action: "user.export", subject, after: filter.data }));
  return { name: "deftmail-users", head: Object.keys(columns), batches: batchesOf(ctx, filter.data) };
}

/** GET /admin/users.csv: the mailbox users as a table, newest first; `null` for every other request. */
export async function usersFile(request: Request, pathname: string, context: Context): Promise<Response | null> {
  if (pathname !== "/admin/users.csv" || request.method !== "GET") return null;
  return answerExport(request, context, { page: "/admin/users", procedure: "user.export", open: openExport });
}
