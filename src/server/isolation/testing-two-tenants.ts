import { sessionEngineKey } from "~/features/auth/server/session-engine-key";
import { createShare } from "~/features/domains/server/share/create-share";
import { activeDomain } from "~/features/domains/server/testing-domains";
import { appliedUser, password } from "~/features/users/server/testing-users";
import { signInMailbox } from "~/features/webmail/server/sign-in-mailbox";
import * as tables from "../../../db/schema";
import type { Database } from "../../../db/client";
import { type Context, type MemberCtx, mailboxContext } from "../context";
import type { Ids } from "../expectations/testing-expectation";
import type { Services } from "../services";
import { joinTenant, testMember } from "../testing";
import { insertCareRows } from "./testing-care-rows";
import { insertMailboxRows } from "./testing-mailbox-rows";
import { testBrowser } from "../testing-browser";

/** Stands in everything that a tenant of a test may keep to itself. */
export const canary = "canary-7f3a";

export type TestTenant = {
  ctx: MemberCtx;
  /** The owner's request, and that of the mailbox user `ana`. */
  owner: Context;
  mail: Context;
  mailBrowser: ReturnType<typeof testBrowser>;
  ids: Ids;
};

/**
 * A tenant with one of everything: an active domain, a mailbox user with a message, and rows of whatever else has an id. `mark` stands
 * in all texts, or nothing does.
 */
export async function tenantWithEverything(
  { services, owner: database }: { services: Services; owner: Database },
  name: string,
  mark = "",
): Promise<TestTenant> {
  const { ctx, context: owner } = await testMember(services);
  const { id: domainId } = await activeDomain(services, ctx, name);
  const { id: userId } = await appliedUser(services, ctx, domainId, "ana");
  const browser = testBrowser(services);
  await browser.visit((context) => signInMailbox(context, { address: `ana@${name}`, password }));
  const mail = await browser.visit((context) => context);
  const engine = services.engine.forUser(await sessionEngineKey(mailboxContext(mail)));
  const raw = `From: x@y.test\r\nTo: ana@${name}\r\nSubject: mail ${mark}\r\n\r\nhello ${mark}\r\n`;
  await engine.messages.import({
    ...{ raw: new TextEncoder().encode(raw), role: "inbox", keywords: [], receivedAt: new Date() },
  });
  const { page } = await engine.overview({ mailbox: { role: "inbox" }, limit: 10 });
  const { threadId = "none", messageId = "none" } = page.threads[0] ?? {};
  const rows = await insertRows(database, services, ctx, { mark, mailUserId: userId });
  const care = await insertCareRows(database, { tenantId: ctx.tenantId, domainId, mark });
  const mailboxes = await insertMailboxRows(database, { tenantId: ctx.tenantId, domainId, mailUserId: userId, mark });
  const { shareId } = await createShare(ctx, { domainId, days: 7 });
  return {
    ctx,
    owner,
    mail,
    mailBrowser: browser,
    ids: {
      ...rows,
      ...care,
      ...mailboxes,
      domainId,
      userId,
      shareId,
      ...{ mailboxId: page.mailboxId, threadId, messageId },
    },
  };
}

/** Rows that the superuser writes, so that this file needs no verb of the areas that own them. */
async function insertRows(
  database: Database,
  services: Services,
  { tenantId, actor: { personId } }: MemberCtx,
  { mark, mailUserId }: { mark: string; mailUserId: string },
) {
  const { ctx: colleague } = await joinTenant(services, tenantId, "viewer");
  const { memberId } = colleague.actor;
  const inAnHour = new Date(Date.now() + 3_600_000);
  const one = async (insert: PromiseLike<{ id: string }[]>) => (await insert)[0]!.id;
  const unique = () => `${mark}${Bun.randomUUIDv7()}`;
  const invitation = { email: `${unique()}@x.test`, role: "viewer" as const, tokenHash: unique(), expiresAt: inAnHour };
  const invitationId = await one(
    database
      .insert(tables.invitations)
      .values({ tenantId, ...invitation })
      .returning(),
  );
  const token = { name: `token ${mark}`, tokenHash: unique(), hint: "abcd", scopes: ["domains:read"] };
  const tokenId = await one(
    database
      .insert(tables.apiTokens)
      .values({ tenantId, ...token })
      .returning(),
  );
  const webhook = { url: `https://hook.test/${mark}`, events: ["domain.created"], sealedSecret: "x" };
  const webhookId = await one(
    database
      .insert(tables.webhooks)
      .values({ tenantId, ...webhook })
      .returning(),
  );
  const eventId = Bun.randomUUIDv7();
  const delivery = { webhookId, eventId, event: "domain.created", payload: { mark }, state: "delivered" as const };
  const deliveryId = await one(
    database
      .insert(tables.webhookDeliveries)
      .values({ tenantId, ...delivery })
      .returning(),
  );
  const passkey = { credentialId: unique(), publicKey: "x", transports: [], name: `passkey ${mark}` };
  const passkeyId = await one(
    database
      .insert(tables.passkeys)
      .values({ personId, ...passkey })
      .returning(),
  );
  const identity = { subject: unique(), provider: "oidc", email: `${mark}@x.test` };
  const identityId = await one(
    database
      .insert(tables.identities)
      .values({ personId, ...identity })
      .returning(),
  );
  const session = { kind: "member" as const, userId: colleague.actor.memberId, personId: colleague.actor.personId };
  const sessionId = await one(
    database
      .insert(tables.sessions)
      .values({ tenantId, ...session, tokenHash: unique(), expiresAt: inAnHour, ip: "192.0.2.9", userAgent: mark })
      .returning(),
  );
  const notice = { recipient: `${mark}@x.test`, kind: "member_removed", locale: "en", sealedFields: "x" };
  const noticeId = await one(
    database
      .insert(tables.notices)
      .values({ tenantId, ...notice })
      .returning(),
  );
  const act = { actor: "script:test", actorLabel: mark, action: "test.act", subjectType: "test", subjectId: mark };
  const auditId = await one(
    database
      .insert(tables.auditLogs)
      .values({ tenantId, ...act, ip: "", requestId: "r" })
      .returning(),
  );
  const personToken = { kind: "reset_password" as const, tokenHash: unique(), email: `${mark}@x.test` };
  await database.insert(tables.personTokens).values({ personId, ...personToken, expiresAt: inAnHour });
  await database.insert(tables.recoveryCodes).values({ personId, codeHash: unique() });
  await database.insert(tables.rateLimits).values({ tenantId, name: `test ${mark}`, windowStart: new Date() });
  const answered = { id: unique(), bodyHash: "x", leasedUntil: inAnHour };
  await database.insert(tables.idempotencyKeys).values({ tenantId, ...answered });
  const sent = { idempotencyKey: unique(), bodyHash: "x", messageId: unique() };
  const submissionId = await one(
    database
      .insert(tables.submissions)
      .values({ tenantId, mailUserId, ...sent })
      .returning(),
  );
  return {
    ...{ tenantId: tenantId as string, memberId, personId, sessionId, passkeyId, identityId, invitationId, tokenId },
    ...{ webhookId, deliveryId, eventId, auditId, noticeId, submissionId, blobId: "zzzzz" },
  };
}
