import { and, desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import {
  correspondents,
  domains,
  mailboxPreferences,
  mailUsers,
  tenants,
  trustedSenders,
} from "../../../../../db/schema";
import type { MailboxCtx } from "~/server/context";
import { mailProviders } from "~/lib/mail-providers";
import { MailPreferences } from "../../schema/preferences";
import { domainOf } from "./authentication-of";
import { nameKey } from "./name-key";

/** Whom a mailbox user knows, as far as it matters for some senders. */
export type KnownSenders = {
  ownName: string;
  /** Domains of the own tenant, proven. */
  ownDomains: string[];
  /** Domains of organisations that were written to. */
  domains: string[];
  /** Addresses that were written to. */
  addresses: ReadonlySet<string>;
  /** Addresses of colleagues and of those written to, by `nameKey`. */
  names: ReadonlyMap<string, string[]>;
  /** Senders whose pictures may be shown. */
  trusted: ReadonlySet<string>;
  images: MailPreferences["images"];
};

/** Whoever wrote to more people than that is warned by the latest of them. */
const mostCorrespondents = 500;
const mostDomains = 500;

/** Reads it in one go. `senders` are addresses in lower case, `names` as they are shown. */
export async function knownSenders(ctx: MailboxCtx, senders: string[], names: string[]): Promise<KnownSenders> {
  const { tenantId } = ctx;
  const { mailUserId } = ctx.actor;
  const wanted = names.map((name) => name.trim().toLowerCase()).filter(Boolean);
  const [own, tenant, written, colleagues, trusted, preferences] = await ctx.tx((tx) =>
    Promise.all([
      tx
        .select({ name: domains.name })
        .from(domains)
        .where(and(eq(domains.tenantId, tenantId), isNotNull(domains.provenAt)))
        .limit(mostDomains),
      tx.select({ name: tenants.name }).from(tenants).where(eq(tenants.id, tenantId)),
      tx
        .select({ address: correspondents.address, name: correspondents.name })
        .from(correspondents)
        .where(and(eq(correspondents.tenantId, tenantId), eq(correspondents.mailUserId, mailUserId)))
        .orderBy(desc(correspondents.lastWrittenAt))
        .limit(mostCorrespondents),
      tx
        .select({ address: mailUsers.address, name: mailUsers.displayName })
        .from(mailUsers)
        .where(and(eq(mailUsers.tenantId, tenantId), inArray(sql`lower(${mailUsers.displayName})`, wanted)))
        .limit(50),
      tx
        .select({ address: trustedSenders.address })
        .from(trustedSenders)
        .where(
          and(
            eq(trustedSenders.tenantId, tenantId),
            eq(trustedSenders.mailUserId, mailUserId),
            inArray(trustedSenders.address, senders),
          ),
        ),
      tx
        .select({ data: mailboxPreferences.data })
        .from(mailboxPreferences)
        .where(and(eq(mailboxPreferences.tenantId, tenantId), eq(mailboxPreferences.mailUserId, mailUserId))),
    ]),
  );
  const known = new Map<string, string[]>();
  for (const { address, name } of [...colleagues, ...written]) {
    const key = nameKey(name);
    if (key) known.set(key, [...(known.get(key) ?? []), address]);
  }
  const writtenDomains = new Set(
    written.map(({ address }) => domainOf(address)).filter((name) => !mailProviders.has(name)),
  );
  return {
    ownName: tenant[0]?.name ?? "",
    ownDomains: own.map(({ name }) => name),
    domains: [...writtenDomains],
    addresses: new Set(written.map(({ address }) => address)),
    names: known,
    trusted: new Set(trusted.map(({ address }) => address)),
    images: MailPreferences.strip().parse(preferences[0]?.data ?? {}).images,
  };
}
