import { and, eq, gt, sql } from "drizzle-orm";
import { signInMailbox } from "~/features/webmail/server/sign-in-mailbox";
import { EngineError } from "~/engine/engine-error";
import type { Ctx } from "~/server/context";
import type { Services } from "~/server/services";
import { testBrowser } from "~/server/testing-browser";
import { failureOf } from "~/server/trpc";
import type { Database } from "../../../../db/client";
import { aliases, mailUsers } from "../../../../db/schema";
import type { Block } from "../schema";
import { addAlias } from "./aliases/add-alias";
import { removeAlias } from "./aliases/remove-alias";
import { createUser } from "./create-user";
import { removeUser } from "./remove-user";
import { renameUser } from "./rename-user";
import { resumeUser } from "./resume-user";
import { suspendUser } from "./suspend-user";
import { applyNow, gigabyte, password } from "./testing-users";
import { undeleteUser } from "./undelete-user";

/** What somebody who kept account of every act would expect of one mailbox user. */
type Expected = {
  address: string;
  aliases: Set<string>;
  isDeleted: boolean;
  blocks: Set<Block>;
  hasPassword: boolean;
  browsers: ReturnType<typeof testBrowser>[];
};

export type World = {
  services: Services;
  owner: Database;
  ctx: Ctx;
  /** By name. */
  domains: Record<string, string>;
  random: () => number;
};

const allBlocks: Block[] = ["signIn", "send", "receive"];

/** One random life of a few mailbox users who share a handful of addresses, and what became of it. */
export function userLife({ services, owner, ctx, domains, random }: World, seed: number) {
  const users = new Map<string, Expected>();
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const names = Object.keys(domains).flatMap((name) => ["a", "b", "c"].map((part) => `${part}${seed}@${name}`));
  const holderOf = (address: string) =>
    [...users].find(([, user]) => user.address === address || user.aliases.has(address))?.[0];
  const isFree = (address: string) => holderOf(address) === undefined;
  const some = (isDeleted: boolean) => [...users].filter(([, user]) => user.isDeleted === isDeleted);
  const split = (address: string) => ({
    localPart: address.slice(0, address.indexOf("@")),
    domainId: domains[address.slice(address.indexOf("@") + 1)]!,
  });

  /** Does it, and holds the outcome against what was expected. */
  async function act(what: string, work: Promise<unknown>, refused: string | null): Promise<boolean> {
    const outcome = await work.then(
      () => null,
      (error: unknown) => failureOf(error)?.key ?? `${String((error as Error).cause ?? error)}`,
    );
    if (outcome !== refused) throw new Error(`seed ${seed}: ${what} was ${outcome}, not ${refused}`);
    return outcome === null;
  }

  const acts = {
    async create() {
      const address = pick(names);
      const hasPassword = random() < 0.25;
      const form = { ...split(address), displayName: `Life ${seed}`, quotaBytes: gigabyte };
      const made = createUser(ctx, hasPassword ? { ...form, password } : form);
      if (!(await act(`create ${address}`, made, isFree(address) ? null : "user.address_taken"))) return;
      const user = { address, aliases: new Set<string>(), isDeleted: false, blocks: new Set<Block>() };
      users.set((await made).id, { ...user, hasPassword, browsers: [] });
    },
    async suspend([id, user]: [string, Expected]) {
      const blocks = allBlocks.filter(() => random() < 0.5);
      const wanted = blocks.length > 0 ? blocks : (["signIn"] as const);
      await act("suspend", suspendUser(ctx, { userId: id, blocks: [...wanted] }), null);
      user.blocks = new Set(wanted);
    },
    async resume([id, user]: [string, Expected]) {
      await act("resume", resumeUser(ctx, { userId: id }), null);
      user.blocks = new Set();
    },
    async rename([id, user]: [string, Expected]) {
      const to = pick(names);
      const keepsOld = random() < 0.5;
      const isOwn = holderOf(to) === id;
      const [row] = await owner.select().from(mailUsers).where(eq(mailUsers.id, id));
      const isMade = row!.engineId !== null || to === user.address;
      const expected = isMade ? (isFree(to) || isOwn ? null : "user.address_taken") : "engine.unavailable";
      if (!(await act(`rename to ${to}`, renameUser(ctx, { userId: id, ...split(to), keepsOld }), expected))) return;
      if (to === user.address) return;
      user.aliases.delete(to);
      if (keepsOld) user.aliases.add(user.address);
      user.address = to;
      user.browsers.length = 0;
    },
    async alias([id, user]: [string, Expected]) {
      const address = pick(names);
      const added = addAlias(ctx, { userId: id, ...split(address), note: "", isEnabled: true });
      if (await act(`alias ${address}`, added, isFree(address) ? null : "user.address_taken"))
        user.aliases.add(address);
    },
    async unalias([id, user]: [string, Expected]) {
      const address = [...user.aliases][0];
      if (!address) return;
      const own = and(eq(aliases.mailUserId, id), eq(aliases.address, address));
      const [row] = await owner.select().from(aliases).where(own);
      if (await act("unalias", removeAlias(ctx, { aliasId: row!.id }), null)) user.aliases.delete(address);
    },
    async remove([id, user]: [string, Expected]) {
      await act("remove", removeUser(ctx, { userId: id }), null);
      user.isDeleted = true;
    },
    async undelete() {
      const [id, user] = pick(some(true)) ?? [];
      if (!id || !user) return;
      await act("undelete", undeleteUser(ctx, { userId: id }), null);
      user.isDeleted = false;
    },
    async signIn([, user]: [string, Expected]) {
      if (!user.hasPassword) return;
      const browser = testBrowser(services);
      const { address } = user;
      const rateLimit = async () => {};
      const outcome = await browser
        .visit((as) => signInMailbox({ ...as, rateLimit }, { address, password }))
        .then(() => null)
        .catch((error: unknown) => failureOf(error)?.key ?? String(error));
      const isOut = user.blocks.has("signIn");
      if (isOut !== (outcome === "user.suspended") || (outcome && !isOut && outcome !== "engine.unavailable"))
        throw new Error(`seed ${seed}: ${address} signed in: ${outcome}, suspended: ${isOut}`);
      if (outcome === null) user.browsers.push(browser);
    },
  };

  async function step(): Promise<void> {
    const living = some(false);
    const what = pick(Object.keys(acts) as (keyof typeof acts)[]);
    const someone = pick(living);
    if (what === "create" || what === "undelete" || !someone)
      await (what === "undelete" ? acts.undelete() : acts.create());
    else await acts[what](someone);
    const concerned = pick([...users.keys()]);
    if (concerned && random() < 0.6)
      await applyNow(services, ctx, concerned).catch((error: unknown) => {
        if (!(error instanceof EngineError)) throw error;
      });
    await expectNobodyIn();
  }

  /** Whoever may not sign in, or is deleted, is signed in nowhere. */
  async function expectNobodyIn(): Promise<void> {
    for (const { address, browsers, isDeleted, blocks } of users.values()) {
      if (!isDeleted && !blocks.has("signIn")) continue;
      for (const browser of browsers)
        if (await browser.visit((as) => as.mailbox)) throw new Error(`seed ${seed}: ${address} is still signed in`);
      browsers.length = 0;
    }
  }

  return { step, users };
}

/** Applies until nothing waits any more: who swapped addresses waits for each other once. */
export async function settle(services: Services, owner: Database, ctx: Ctx): Promise<void> {
  let reasons: string[] = [];
  for (let round = 0; round < 6; round++) {
    const open = await owner
      .select({ id: mailUsers.id })
      .from(mailUsers)
      .where(and(eq(mailUsers.tenantId, ctx.tenantId), gt(mailUsers.revision, mailUsers.appliedRevision)))
      .orderBy(sql`random()`);
    if (open.length === 0) return;
    reasons = [];
    for (const { id } of open)
      await applyNow(services, ctx, id).catch((error: unknown) => void reasons.push(`${id}: ${String(error)}`));
  }
  throw new Error(`something was never applied: ${reasons.join("; ")}`);
}
