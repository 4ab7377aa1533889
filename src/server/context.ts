import type { MemberRole } from "../../db/schema/enums";
import type { Transaction } from "../../db/client";
import { inScope } from "../../db/transaction";
import { AppError } from "../lib/errors";
import type { ApiScope } from "../lib/api-scopes";
import type { Services } from "./services";

declare const tenantBrand: unique symbol;
/** Minted by the session gate, by the check of API tokens and by `systemContext` only, so that no input can become one. */
export type TenantId = string & { readonly [tenantBrand]: true };

export type MemberSession = {
  sessionId: string;
  tenantId: TenantId;
  memberId: string;
  personId: string;
  email: string;
  role: MemberRole;
  /** The domains that a `domain_admin` looks after; null for all others, who see every domain. */
  domainIds: string[] | null;
  /** When the person last proved who they are. */
  authenticatedAt: Date;
  hasSecondFactor: boolean;
  /** May do nothing but add the second factor that the tenant asks for. */
  isRestricted: boolean;
};
/** A program with a token instead of a session. */
export type TokenBearer = {
  tokenId: string;
  tenantId: TenantId;
  name: string;
  /** What its member may do now; `admin` for a token of the tenant. */
  role: MemberRole;
  scopes: ApiScope[];
  domainIds: string[] | null;
};
export type MailboxSession = { sessionId: string; tenantId: TenantId; mailUserId: string; address: string };

/** Cookies that the answer sets; filled before the first byte of a body is sent. */
export type ResponseCookies = {
  /** What the browser holds under `name` once it has this answer. */
  get(name: string): string | undefined;
  set(name: string, value: string, maxAgeSeconds: number): void;
  clear(name: string): void;
};

/** One request, before it is known who asks. */
export type Context = Services & {
  requestId: string;
  ip: string;
  userAgent: string;
  /** The language of the page; mail that the request causes is written in it. */
  locale?: "en" | "de";
  /** Asked from this very machine, under its own name and through no proxy that says so. */
  isLocal?: boolean;
  member: MemberSession | null;
  mailbox: MailboxSession | null;
  /** Set when the request carries an API token; then it carries no session. */
  token: TokenBearer | null;
  /** The `Idempotency-Key` of a call, if it has one. */
  idempotencyKey?: string;
  cookies: ResponseCookies;
  /** What the browser keeps of earlier sign-ins, by kind of session (`known-device.ts`). */
  devices?: Partial<Record<"member" | "mailbox", string>>;
  signal?: AbortSignal;
};

export type Actor =
  | ({ kind: "member" } & Omit<MemberSession, "tenantId">)
  | ({ kind: "token" } & Omit<TokenBearer, "tenantId">)
  | { kind: "mailbox"; mailUserId: string; address: string; sessionId: string }
  | { kind: "job"; name: string }
  | { kind: "script"; name: string };

/** What a verb gets: one tenant, one actor, and the services. */
export type Ctx = Services & {
  tenantId: TenantId;
  actor: Actor;
  requestId: string;
  ip: string;
  /** As in `Context`. */
  locale?: "en" | "de";
  /** A transaction that sees this tenant's rows only. Never call the engine, DNS or anything else outside within it. */
  tx: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>;
};

export type MemberCtx = Ctx & {
  actor: Extract<Actor, { kind: "member" }>;
  userAgent: string;
  /** As `tx`, and sees what belongs to the member in person: factors, sessions, memberships. */
  txAsPerson: Ctx["tx"];
  cookies: ResponseCookies;
  signal?: AbortSignal;
};
export type MailboxCtx = Ctx & {
  idempotencyKey?: string;
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
  const { member, mailbox: _, token: __, ...rest } = context;
  if (!member) throw new AppError("auth.required");
  const { tenantId, ...session } = member;
  const { personId } = session;
  return {
    ...{ ...rest, tenantId, actor: { kind: "member", ...session }, tx: txOf(context, tenantId) },
    txAsPerson: (work) => inScope(context.db, { tenantId, personId }, work),
  };
}

/** The context of a program with a token, or of a signed-in member. Throws `auth.required`. */
export function tenantContext(context: Context): Ctx {
  const { token, member: _, mailbox: __, ...rest } = context;
  if (!token) return memberContext(context);
  const { tenantId, ...bearer } = token;
  return { ...rest, tenantId, actor: { kind: "token", ...bearer }, tx: txOf(context, tenantId) };
}

/** The context of a signed-in mailbox user. Throws `auth.required`. */
export function mailboxContext(context: Context): MailboxCtx {
  const { mailbox, member: _, token: __, ...rest } = context;
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

/** Throws `auth.role_too_low` unless a member or a token has one of `roles`; jobs and scripts act with the platform's rights. */
export function requireRole(ctx: Ctx, ...roles: MemberRole[]): void {
  const { actor } = ctx;
  const isAllowed = "role" in actor ? roles.includes(actor.role) : actor.kind !== "mailbox";
  if (!isAllowed) throw new AppError("auth.role_too_low");
}
