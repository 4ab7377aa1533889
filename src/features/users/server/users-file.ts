import { answerExport, type ExportFile } from "~/server/answer-export";
import { audit } from "~/server/audit";
import type { Context, MemberCtx } from "~/server/context";
import { AppError } from "~/lib/errors";
import { ListUsers, type MailUser } from "../schema";
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

const Filter = ListUsers.pick({ domainId: true, search: true });

type Page = Awaited<ReturnType<typeof listUsers>>;

async function* batchesOf(ctx: MemberCtx, filter: Omit<ListUsers, "limit">): AsyncGenerator<string[][], void> {
  for (let page: Page | undefined; !page || page.next;) {
    page = await listUsers(ctx, { ...filter, after: page?.next, limit: batchSize });
    yield page.users.map((user) => Object.values(columns).map((cell) => cell(user)));
  }
}

/** Begins the export of the mailbox users that a member may see. Throws what `listUsers` throws. */
async function openExport(ctx: MemberCtx, query: Record<string, string>): Promise<ExportFile> {
  const filter = Filter.safeParse(query);
  if (!filter.success) throw new AppError("request.invalid");
  await listUsers(ctx, { ...filter.data, limit: 1 });
  const subject = { type: "tenant", id: ctx.tenantId } as const;
  await ctx.tx((tx) => audit(tx, ctx, { action: "user.export", subject, after: filter.data }));
  return { name: "deftmail-users", head: Object.keys(columns), batches: batchesOf(ctx, filter.data) };
}

/** GET /admin/users.csv: the mailbox users as a table, newest first; `null` for every other request. */
export async function usersFile(request: Request, pathname: string, context: Context): Promise<Response | null> {
  if (pathname !== "/admin/users.csv" || request.method !== "GET") return null;
  return answerExport(request, context, { page: "/admin/users", procedure: "user.export", open: openExport });
}
