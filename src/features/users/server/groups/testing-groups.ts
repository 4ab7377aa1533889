import { createTransport } from "nodemailer";
import { and, eq } from "drizzle-orm";
import { activeDomain } from "~/features/domains/server/testing-domains";
import type { UserEngine } from "~/engine/mail-engine";
import { eventually } from "~/lib/testing-eventually";
import { type Ctx, type MemberCtx, systemContext } from "~/server/context";
import type { Services } from "~/server/services";
import { joinTenant, testMember } from "~/server/testing";
import { groupPosts } from "../../../../../db/schema";
import type { CreateGroup, Group } from "../../schema/groups";
import { appliedUser } from "../testing-users";
import { addGroupMember } from "./add-group-member";
import { applyGroup } from "./apply-group";
import { createGroup } from "./create-group";
import { lookAtPosts } from "./look-at-posts";
import type { GroupPostRow } from "./post-view";

export type GroupWorld = { ctx: MemberCtx; viewer: MemberCtx; domainId: string; name: string };

/** A tenant with an active domain, whose keys sign, and a viewer. */
export async function groupWorld(services: Services, name: string): Promise<GroupWorld> {
  const { ctx } = await testMember(services);
  const viewer = (await joinTenant(services, ctx.tenantId, "viewer")).ctx;
  const { id: domainId } = await activeDomain(services, ctx, name);
  return { ctx, viewer, domainId, name };
}

export const asGroupJob = (services: Services, ctx: Ctx): Ctx =>
  systemContext(services, { job: "group.posts" }, ctx.tenantId);

/** A group that is in the engine, with members by address. */
export async function appliedGroup(
  services: Services,
  { ctx, domainId }: GroupWorld,
  given: Partial<CreateGroup> & { localPart: string },
  members: string[] = [],
): Promise<Group> {
  const asked = { domainId, name: "", note: "", posting: "members", isModerated: false, ...given } as const;
  const group = await createGroup(ctx, asked);
  for (const email of members) await addGroupMember(ctx, { groupId: group.id, email, receives: true, mayPost: false });
  await applyGroup(asGroupJob(services, ctx), { groupId: group.id });
  return group;
}

export type Reader = { address: string; userId: string; engine: UserEngine };

/** A mailbox user who reads and writes with a key of the engine. */
export async function reader(services: Services, { ctx, domainId }: GroupWorld, localPart: string): Promise<Reader> {
  const { id: userId, address } = await appliedUser(services, ctx, domainId, localPart);
  const { accounts, keys } = services.engine.directory;
  const { accountId } = (await accounts.find(address))!;
  const expiresAt = new Date(Date.now() + 3_600_000);
  const { secret } = await keys.mint({ accountId, description: "test", expiresAt });
  return { address, userId, engine: services.engine.forUser(secret) };
}

export const inbox = { mailbox: { role: "inbox" as const }, limit: 50 };

export const subjectsOf = async ({ engine }: Pick<Reader, "engine">): Promise<string[]> =>
  (await engine.threads.list(inbox)).threads.map(({ subject }) => subject);

/** Writes as a webmail user would; resolves when the mail server has it. */
export async function write({ engine, address }: Reader, to: string, subject: string, text = "Hello"): Promise<void> {
  const [identity] = await engine.identities.list();
  const messageId = `${Bun.randomUUIDv7()}@test`;
  await engine.submissions.send({
    ...{ identityId: identity!.id, from: { name: null, email: address }, to: [{ name: null, email: to }], cc: [] },
    ...{
      bcc: [],
      subject,
      text,
      html: null,
      messageId,
      inReplyTo: [],
      references: [],
      attachments: [],
      holdSeconds: 0,
    },
  });
}

type Letter = {
  from: string;
  to: string;
  subject: string;
  text?: string;
  headers?: Record<string, string>;
  envelope?: string;
};

/** Brings a letter from outside, over SMTP. */
export async function arrive(smtpPort: number, letter: Letter): Promise<void> {
  const { from, to, subject, text = "Hello", headers, envelope = from } = letter;
  const transport = createTransport({ host: "127.0.0.1", port: smtpPort, secure: false, ignoreTLS: true });
  try {
    await transport.sendMail({ from, to, subject, text, headers, envelope: { from: envelope, to } });
  } finally {
    transport.close();
  }
}

export const postsOf = (ctx: Ctx, groupId: string): Promise<GroupPostRow[]> =>
  ctx.tx((tx) =>
    tx
      .select()
      .from(groupPosts)
      .where(and(eq(groupPosts.tenantId, ctx.tenantId), eq(groupPosts.groupId, groupId)))
      .orderBy(groupPosts.id),
  );

/** What the worker does until so many posts were looked at; a letter takes a moment from one mailbox to the next. */
export const lookUntil = async (
  services: Services,
  ctx: Ctx,
  groupId: string,
  posts: number,
): Promise<GroupPostRow[]> =>
  eventually(
    async () => {
      await lookAtPosts(asGroupJob(services, ctx), { groupId });
      return postsOf(ctx, groupId);
    },
    (rows) => rows.length >= posts,
  );
