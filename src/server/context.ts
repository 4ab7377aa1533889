import type { MemberRole } from "../../db/schema/enums";
import type { Transaction } from "../../db/client";
import { inScope } from "../../db/transaction";
import { AppError } from "../lib/errors";
import type { Services } from "./services";

declare const tenantBrand: unique symbol;
/** Minted by the session gate and by `systemContext` only, so that no input can become one. */
export type TenantId = string & { readonly [tenantBrand]: true };

export type MemberSession = {
  sessionId: string;
  tenantId: TenantId;
  memberId: string;
  email: string;
  role: MemberRole;
};
export type MailboxSession = { sessionId: string; tenantId: TenantId; mailUserId: string; address: string };

/** Cookies that the answer sets; filled before the first byte of a body is sent. */
export type ResponseCookies = {
  set(name: string, value: string, maxAgeSeconds: number): void;
  clear(name: string): void;
};

/** One request, before it is known who asks. */
export type Context = Services & {
  requestId: string;
  ip: string;
  userAgent: string;
  member: MemberSession | null;
  mailbox: MailboxSession | null;
  cookies: ResponseCookies;
  /** What the browser keeps of earlier sign-ins, by kind of session (`known-device.ts`). */
  devices?: Partial<Record<"member" | "mailbox", string>>;
  signal?: AbortSignal;
};

export type Actor =
  | { kind: "member"; memberId: string; role: MemberRole; sessionId: string }
  | { kind: "mailbox"; mailUserId: string; address: string; sessionId: string }
  | { kind: "job"; name: string }
  | { kind: "script"; name: string };

/** What a verb gets: one tenant, one actor, and the services. */
export type Ctx = Services & {
  tenantId: TenantId;
  actor: Actor;
  requestId: string;
  ip: string;
  /** A transaction that sees this tenant's rows only. Never call the engine, DNS or anything else outside within it. */
  tx: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>;
};

export type MemberCtx = Ctx & {
  actor: Extract<Actor, { kind: "member" }>;
  cookies: ResponseCookies;
  signal?: AbortSignal;
};
export type MailboxCtx = Ctx & {
  actor: Extract<Actor, { kind: "mailbox" }>;
  cookies: ResponseCookies;
  signal?: AbortSignal;
};

const txOf =
  (services: Services, tenantId: TenantId): Ctx["tx"] =>
  (work) =>
    inScope(services.db, { tenantId }, work);

/** The context of a signed-in member. Throws `auth.required`. */
export function memberContext(context: Context): MemberCtx {
  const { member, mailbox: _, ...rest } = context;
  if (!member) throw new AppError("auth.required");
  const actor = { kind: "member", memberId: member.memberId, role: member.role, sessionId: member.sessionId } as const;
  return { ...rest, tenantId: member.tenantId, actor, tx: txOf(context, member.tenantId) };
}

/** The context of a signed-in mailbox user. Throws `auth.required`. */
export function mailboxContext(context: Context): MailboxCtx {
  const { mailbox, member: _, ...rest } = context;
  if (!mailbox) throw new AppError("auth.required");
  const { mailUserId, address, sessionId } = mailbox;
  return {
    ...rest,
    tenantId: mailbox.tenantId,
    actor: { kind: "mailbox", mailUserId, address, sessionId },
    tx: txOf(context, mailbox.tenantId),
  };
}

/** The context of a job or an operator's script that acts for one tenant. */
export function systemContext(services: Services, as: { job: string } | { script: string }, tenantId: string): Ctx {
  const actor: Actor = "job" in as ? { kind: "job", name: as.job } : { kind: "script", name: as.script };
  const branded = tenantId as TenantId;
  return { ...services, tenantId: branded, actor, requestId: Bun.randomUUIDv7(), ip: "", tx: txOf(services, branded) };
}

/** Throws `auth.role_too_low` unless a member has one of `roles`; jobs and scripts act with the platform's rights. */
export function requireRole(ctx: Ctx, ...roles: MemberRole[]): void {
  const { actor } = ctx;
  if (actor.kind === "mailbox" || (actor.kind === "member" && !roles.includes(actor.role)))
    throw new AppError("auth.role_too_low");
}
