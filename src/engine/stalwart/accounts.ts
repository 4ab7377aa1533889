import { z } from "zod";
import type { Turns } from "../../lib/turns.ts";
import type { EngineDirectory } from "../engine-directory.ts";
import { EngineError } from "../engine-error.ts";
import { accountProperties, AccountObject, toAccount, toCreation, toUpdate } from "./account.ts";
import { createMany } from "./create-many-accounts.ts";
import { domainNamesOf, splitAddress } from "./addresses.ts";
import { findDomain } from "./domains.ts";
import { CreatedReply, nextAfter, positionOf, QueryReply } from "./encodings.ts";
import type { Calls, JmapClient } from "./jmap-client.ts";
import { placesOf } from "./places-of.ts";
import { resultOf } from "./result-reference.ts";

const Nothing = z.object({});
const Found = z.object({ found: z.object({ list: z.array(AccountObject) }) });

async function findAccount(jmap: JmapClient, name: string, domainId: string): Promise<AccountObject | null> {
  const { found } = await jmap.send(
    {
      ids: ["x:Account/query", { filter: { name, domainId } }],
      found: ["x:Account/get", { "#ids": resultOf("ids", "x:Account/query", "/ids"), properties: accountProperties }],
    },
    Found,
  );
  return found.list.find((account) => account.name === name) ?? null;
}

/** Stalwart reads the empty string as the first account. */
async function getAccount(jmap: JmapClient, accountId: string | undefined): Promise<AccountObject | null> {
  if (!accountId) return null;
  const { found } = await jmap.send(
    { found: ["x:Account/get", { ids: [accountId], properties: accountProperties }] },
    Found,
  );
  return found.list[0] ?? null;
}

/** x:Account of type User. Keys live inside the account, so whoever changes either waits for the other. */
export const createAccounts = (jmap: JmapClient, oneWriter: Turns): EngineDirectory["accounts"] => ({
  ensure: (account) =>
    oneWriter(`address:${account.address.toLowerCase()}`, async () => {
      const place = (await placesOf(jmap, [account]))[0]!;
      const update = async (present: AccountObject) => {
        const change = { [present.id]: toUpdate(present, account, place) };
        await oneWriter(`account:${present.id}`, () =>
          jmap.send({ set: ["x:Account/set", { update: change }] }, Nothing),
        );
        return { accountId: present.id };
      };
      // One that is gone (an engine that was restored from before) is found or made again by its address.
      const present =
        (await getAccount(jmap, account.accountId)) ?? (await findAccount(jmap, place.name, place.domainId));
      if (present) return update(present);
      const create = { it: toCreation(account, place) };
      const { replacesListId } = account;
      const calls: Calls = {
        ...(replacesListId ? { list: ["x:MailingList/set", { destroy: [replacesListId] }] } : {}),
        set: ["x:Account/set", { create }],
      };
      try {
        const { set } = await jmap.send(calls, z.object({ set: CreatedReply }), { mayFail: ["list"] });
        return { accountId: set.created.it.id };
      } catch (error) {
        // Another process may have made it since it was looked for.
        const isTaken = error instanceof EngineError && error.failure === "conflict";
        const made = isTaken ? await findAccount(jmap, place.name, place.domainId) : null;
        if (!made) throw error;
        return update(made);
      }
    }),

  createMany: (accounts) => createMany(jmap, accounts),

  async find(address) {
    const { name, domainName } = splitAddress(address);
    const domain = await findDomain(jmap, domainName);
    const account = domain && (await findAccount(jmap, name, domain.id));
    if (!account) return null;
    const names = await domainNamesOf(
      jmap,
      account.aliases.map(({ domainId }) => domainId),
    );
    return toAccount(account, names);
  },

  remove: (address) =>
    oneWriter(`address:${address.toLowerCase()}`, async () => {
      const { name, domainName } = splitAddress(address);
      const domain = await findDomain(jmap, domainName);
      const account = domain && (await findAccount(jmap, name, domain.id));
      if (account) await jmap.send({ set: ["x:Account/set", { destroy: [account.id] }] }, Nothing);
    }),

  async listAddresses(domainName, { after, limit }) {
    const domain = await findDomain(jmap, domainName);
    if (!domain) return { addresses: [] };
    const position = positionOf(after);
    const filter = { domainId: domain.id, "@type": "User" };
    const { ids, found } = await jmap.send(
      {
        ids: ["x:Account/query", { filter, position, limit }],
        found: [
          "x:Account/get",
          { "#ids": resultOf("ids", "x:Account/query", "/ids"), properties: ["id", "emailAddress"] },
        ],
      },
      z.object({ ids: QueryReply, found: z.object({ list: z.array(z.object({ emailAddress: z.string() })) }) }),
    );
    const addresses = found.list.map(({ emailAddress }) => emailAddress);
    return { addresses, ...nextAfter(position, ids.ids.length, limit) };
  },

  async usage(accountIds) {
    const Usage = z.object({ list: z.array(z.object({ id: z.string(), usedDiskQuota: z.number().catch(0) })) });
    const used = new Map<string, number>();
    const { maxIds } = await jmap.session();
    const ids = accountIds.filter((id) => id !== "");
    for (let at = 0; at < ids.length; at += maxIds) {
      const get = { ids: ids.slice(at, at + maxIds), properties: ["id", "usedDiskQuota"] };
      const { found } = await jmap.send({ found: ["x:Account/get", get] }, z.object({ found: Usage }));
      for (const { id, usedDiskQuota } of found.list) used.set(id, usedDiskQuota);
    }
    return used;
  },
});
