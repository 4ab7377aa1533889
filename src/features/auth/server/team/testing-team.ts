import { desc, eq } from "drizzle-orm";
import type { Database } from "../../../../../db/client";
import { notices } from "../../../../../db/schema";
import type { MemberRole } from "../../../../../db/schema/enums";
import type { MemberCtx } from "~/server/context";
import { noticePurpose } from "~/server/notices/queue-notice";
import type { Services } from "~/server/services";
import { testBrowser } from "~/server/testing-browser";
import { inviteMember } from "./invite-member";
import { startSession } from "../start-session";

/** The fields of the mails to one address, newest first. */
export async function mailsTo(services: Services, owner: Database, recipient: string) {
  const rows = await owner.select().from(notices).where(eq(notices.recipient, recipient)).orderBy(desc(notices.id));
  return rows.map(({ id, kind, sealedFields }) => ({
    kind,
    fields: JSON.parse(services.secretBox.open(sealedFields, noticePurpose(id))) as Record<string, string>,
  }));
}

/** What stands behind the `#` of the newest link that was mailed to one address. */
export async function linkTo(services: Services, owner: Database, recipient: string): Promise<string> {
  const [mail] = await mailsTo(services, owner, recipient);
  return new URL(mail?.fields["link"] ?? "about:blank").hash.slice(1);
}

/** Invites an address and comes back with what its link holds. */
export async function invited(
  services: Services,
  owner: Database,
  ctx: MemberCtx,
  email: string,
  role: MemberRole = "viewer",
): Promise<string> {
  await inviteMember(ctx, { email, role });
  return linkTo(services, owner, email);
}

/** A browser in which a member is signed in. */
export async function browserOf(services: Services, { actor, tenantId }: MemberCtx) {
  const browser = testBrowser(services);
  const { memberId, personId, email, role, domainIds } = actor;
  const place = { tenantId, memberId, personId, role, domainIds, asksForFactor: false };
  await browser.visit((as) => startSession(as, { kind: "member", email, hasSecondFactor: false, ...place }));
  return browser;
}
