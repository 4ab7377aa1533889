import { and, eq } from "drizzle-orm";
import { createTenant } from "../src/features/auth/server/create-tenant";
import { findPerson } from "../src/features/auth/server/find-person";
import { findPlace } from "../src/features/auth/server/find-place";
import { addDomain } from "../src/features/domains/server/add-domain";
import { applyDomain } from "../src/features/domains/server/apply-domain";
import { publishInTrial } from "../src/features/domains/server/publish-in-trial";
import { verifyDomain } from "../src/features/domains/server/verify-domain";
import { applyMailUser } from "../src/features/users/server/apply-mail-user";
import { createUser } from "../src/features/users/server/create-user";
import { type Ctx, systemContext } from "../src/server/context";
import type { Services } from "../src/server/services";
import { domains, mailUsers } from "./schema";
import { inScope } from "./transaction";
import { trialAccounts } from "./trial-accounts";
import { trialMail } from "./trial-mail";
import { composeTrialMail } from "./trial-message";

const script = "seed";
const quotaBytes = 5 * 1024 ** 3;

/**
 * Fills a trial: one tenant, one active domain, two mailbox users, a lived-in mailbox. Every step looks first whether it was done, so a
 * seed that was cut off is finished by the next one. Throws what the verbs throw.
 */
export async function seed(services: Services): Promise<void> {
  const { owner, company, domain, people } = trialAccounts;
  const ctx = (await findTenant(services)) ?? (await createTenant(services, script, { company, ...owner }));
  const domainId = await ensureDomain(ctx, domain);
  for (const person of people) await ensurePerson(ctx, domainId, person);
  await fillMailbox(ctx, people[0]);
}

async function findTenant(services: Services): Promise<Ctx | null> {
  const owner = await findPerson(services, trialAccounts.owner.email);
  if (!owner) return null;
  const { id: personId } = owner;
  const { tenantId } = await inScope(services.db, { personId }, (tx) => findPlace(tx, personId));
  return systemContext(services, { script }, tenantId);
}

async function ensureDomain(ctx: Ctx, name: string): Promise<string> {
  const own = and(eq(domains.tenantId, ctx.tenantId), eq(domains.name, name));
  const find = () => ctx.tx(async (tx) => (await tx.select().from(domains).where(own))[0]);
  const known = await find();
  if (known?.state === "active") return known.id;
  const { id: domainId } = known ?? (await addDomain(ctx, { name }));
  await publishInTrial(ctx, { domainId });
  await verifyDomain(ctx, { domainId });
  await applyDomain(ctx, { domainId });
  const state = (await find())?.state;
  if (state !== "active") throw new Error(`the trial's domain is ${state}, not active`);
  return domainId;
}

type Person = (typeof trialAccounts.people)[number];

async function ensurePerson(
  ctx: Ctx,
  domainId: string,
  { localPart, displayName, password, address }: Person,
): Promise<void> {
  const own = and(eq(mailUsers.tenantId, ctx.tenantId), eq(mailUsers.address, address));
  const [known] = await ctx.tx((tx) => tx.select({ id: mailUsers.id }).from(mailUsers).where(own));
  const { id: userId } = known ?? (await createUser(ctx, { domainId, localPart, displayName, password, quotaBytes }));
  await applyMailUser(ctx, { userId });
}

/** Whatever a cut-off seed had already filed is taken out first: nobody has read it yet. */
async function fillMailbox(ctx: Ctx, { address, displayName }: Person): Promise<void> {
  const { accounts, keys } = ctx.engine.directory;
  const accountId = (await accounts.find(address))?.accountId;
  if (!accountId) throw new Error(`the engine has no account for ${address}`);
  const expiresAt = new Date(ctx.now().getTime() + 600_000);
  const key = await keys.mint({ accountId, description: "trial mail", expiresAt });
  try {
    const mailbox = ctx.engine.forUser(key.secret);
    for (const role of ["inbox", "sent"] as const) {
      const { threads } = await mailbox.threads.list({ mailbox: { role }, limit: 100 });
      const ids = threads.flatMap(({ messageIds }) => messageIds);
      if (ids.length) await mailbox.messages.destroy(ids);
    }
    for (const message of await composeTrialMail(trialMail, [displayName, address], ctx.now()))
      await mailbox.messages.import(message);
  } finally {
    await keys.destroy({ accountId, keyId: key.keyId });
  }
}
