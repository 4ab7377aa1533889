import { and, eq, ne, sql } from "drizzle-orm";
import { mailUsers } from "../../../../../db/schema";
import { inScope } from "../../../../../db/transaction";
import { roleNames } from "~/features/domains/server/addressing/role-names";
import { touchUsers } from "~/features/domains/server/addressing/touch-users";
import { audit } from "~/server/audit";
import { systemContext } from "~/server/context";
import type { Services } from "~/server/services";
import { giveRoleAddresses } from "./give-role-addresses";

const batch = 500;

/**
 * Gives `postmaster@` and `abuse@` of every domain with mailboxes to the oldest of them where nobody who gets mail has them: of domains that are
 * older than this rule, or whose holder was deleted. Returns how many domains it looked after.
 */
export async function sweepRoleAddresses(services: Services): Promise<number> {
  const due = await inScope(services.db, { sweep: true }, (tx) =>
    tx.execute<{ tenantId: string; domainId: string; userId: string }>(sql`
      select distinct on (d.id) d.tenant_id as "tenantId", d.id as "domainId", u.id as "userId"
      from domains d
      cross join (values ${sql.join(
        roleNames.map((name) => sql`(${name})`),
        sql`, `,
      )}) as role(name)
      join mail_users u on u.tenant_id = d.tenant_id and u.domain_id = d.id and u.state <> 'deleted'
      left join addresses a on a.address = role.name || '@' || d.name
      left join aliases al on al.id = a.holder_id
      left join mail_users h on h.id = al.mail_user_id
      where d.proven_at is not null and d.frozen_until is null and d.alias_of_id is null and d.state <> 'releasing'
        and (a.address is null or h.state = 'deleted')
      order by d.id, u.created_at, u.id
      limit ${batch}`),
  );
  for (const { tenantId, domainId, userId } of due) await give(services, tenantId, { domainId, userId });
  return due.length;
}

async function give(services: Services, tenantId: string, to: { domainId: string; userId: string }): Promise<void> {
  const ctx = systemContext(services, { job: "role-address.sweep" }, tenantId);
  await ctx.tx(async (tx) => {
    const own = and(eq(mailUsers.tenantId, tenantId), eq(mailUsers.id, to.userId), ne(mailUsers.state, "deleted"));
    const [user] = await tx.select({ id: mailUsers.id }).from(mailUsers).where(own).for("update");
    if (!user) return;
    const given = await giveRoleAddresses(tx, ctx, to);
    if (given.length === 0) return;
    await touchUsers(tx, tenantId, eq(mailUsers.id, user.id));
    const subject = { type: "mail_user", id: user.id } as const;
    await audit(tx, ctx, { action: "alias.give_roles", subject, after: { addresses: given } });
  });
  ctx.events.publish({ tenantId: ctx.tenantId, topic: "user", subjectId: to.userId });
}
