import { eq } from "drizzle-orm";
import { activeDomain } from "~/features/domains/server/testing-domains";
import { testServices } from "~/server/testing";
import { mailUsers } from "../../../../../db/schema";
import { createUser } from "../create-user";
import { gigabyte, password, tenantWithDomain } from "../testing-users";
import { addAlias } from "./add-alias";

/** A tenant with two domains and two mailbox users under the first, beside another tenant; the engine knows of none of the users yet. */
export async function aliasWorld() {
  const { services, owner } = await testServices();
  const { ctx, viewer, domainId } = await tenantWithDomain(services, "acme.test");
  const other = await tenantWithDomain(services, "other.test");
  const userIn = (as: typeof ctx, where: string, localPart: string) =>
    createUser(as, { domainId: where, localPart, displayName: "", password, quotaBytes: gigabyte });
  const ana = await userIn(ctx, domainId, "ana");
  const bo = await userIn(ctx, domainId, "bo");
  const { id: secondId } = await activeDomain(services, ctx, "second.test");
  const add = (localPart: string, more: object = {}, as = ctx) =>
    addAlias(as, { userId: ana.id, domainId, localPart, note: "", isEnabled: true, ...more });
  const revisionOf = async (id: string) =>
    (await owner.select().from(mailUsers).where(eq(mailUsers.id, id)))[0]!.revision;
  return { services, owner, ctx, viewer, domainId, secondId, other, userIn, ana, bo, add, revisionOf };
}
