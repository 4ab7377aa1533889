import { type AnyColumn, and, eq, gte, ilike, lt, or, type SQL, sql } from "drizzle-orm";
import { deliveries, domains } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { containing } from "~/server/containing";
import type { Ctx } from "~/server/context";
import { domainReach, withinReach } from "~/server/domain-reach";
import type { ListMailDeliveries } from "../../schema/trace";

const cursorPattern = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) (\d{1,15})$/;
const domainOf = (address: AnyColumn) => sql`split_part(${address}, '@', 2)`;

/** Mail of the tenant that the caller may see: who is held to some domains sees what comes from them or goes to them. */
export function deliveriesInReach(ctx: Ctx): SQL | undefined {
  const own = eq(deliveries.tenantId, ctx.tenantId);
  if (!domainReach(ctx)) return own;
  const ofDomains = and(eq(domains.tenantId, ctx.tenantId), withinReach(ctx, domains.id));
  const names = sql`(select ${domains.name} from ${domains} where ${ofDomains})`;
  return and(own, sql`(${domainOf(deliveries.sender)} in ${names} or ${domainOf(deliveries.recipient)} in ${names})`);
}

/** Where the following page begins. */
export const cursorAfter = ({ id, queuedAt }: { id: string; queuedAt: Date }): string => `${id} ${queuedAt.getTime()}`;

function isBehind(cursor: string): SQL {
  const [, id, at] = cursorPattern.exec(cursor) ?? [];
  if (!id || !at) throw new AppError("request.invalid", { issues: [{ path: "after", message: "not a cursor" }] });
  const queuedAt = new Date(Number(at)).toISOString();
  return sql`(${deliveries.queuedAt}, ${deliveries.id}) < (${queuedAt}::timestamptz, ${id}::uuid)`;
}

/** The conditions of a filter, in the order of the list: newest first. Throws `request.invalid` for a cursor that is none. */
export function filterOf(asked: Omit<ListMailDeliveries, "limit">): SQL | undefined {
  const { userId, sender, recipient, state, search, from, to, after } = asked;
  const part = search && containing(search);
  return and(
    userId ? or(eq(deliveries.mailUserId, userId), eq(deliveries.toUserId, userId)) : undefined,
    sender ? ilike(deliveries.sender, containing(sender)) : undefined,
    recipient ? ilike(deliveries.recipient, containing(recipient)) : undefined,
    state ? eq(deliveries.state, state) : undefined,
    part
      ? or(
          ...[ilike(deliveries.sender, part), ilike(deliveries.recipient, part)],
          eq(deliveries.messageId, search.replaceAll(/^<|>$/g, "")),
        )
      : undefined,
    from ? gte(deliveries.queuedAt, new Date(from)) : undefined,
    to ? lt(deliveries.queuedAt, new Date(to)) : undefined,
    after ? isBehind(after) : undefined,
  );
}
