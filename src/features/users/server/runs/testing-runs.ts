import { mailUsers } from "../../../../../db/schema";
import type { Database } from "../../../../../db/client";
import type { Ctx } from "~/server/context";
import type { Services } from "~/server/services";
import { type BulkAction, StartBulk } from "../../schema/bulk";
import { startBulk } from "../bulk/start-bulk";
import { gigabyte } from "../testing-users";
import { workRun } from "./work-run";

/** Of no password that anybody knows, in the form that engines take. */
const passwordHash = `$argon2id$v=19$m=19456,t=2,p=1$${"a".repeat(22)}$${"b".repeat(43)}`;

/** Writes mailbox users straight into the database, as many as are wanted: `u00@`, `u01@` … Answers their ids. */
export async function insertUsers(
  owner: Database,
  {
    tenantId,
    domainId,
    domain,
    count,
    prefix = "u",
  }: { tenantId: string; domainId: string; domain: string; count: number; prefix?: string },
): Promise<string[]> {
  const rows = Array.from({ length: count }, (_, at) => {
    const localPart = `${prefix}${String(at).padStart(2, "0")}`;
    const address = `${localPart}@${domain}`;
    return {
      tenantId,
      domainId,
      localPart,
      address,
      passwordHash,
      passwordSetAt: new Date(),
      quotaBytes: gigabyte,
    };
  });
  return (await owner.insert(mailUsers).values(rows).returning({ id: mailUsers.id })).map(({ id }) => id);
}

/** Begins a bulk action on a selection. */
export const begin = (ctx: Ctx, action: BulkAction, userIds: string[], more: object = {}) =>
  startBulk(ctx, StartBulk.parse({ action, userIds, expected: userIds.length, ...more }));

/** What the worker does with a run. */
export const workNow = ({ tenantId }: Ctx, services: Services, runId: string) => workRun(services, { tenantId, runId });
