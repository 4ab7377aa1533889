import { z } from "zod";
import type { Turns } from "../../lib/turns.ts";
import type { EngineDirectory } from "../mail-engine.ts";
import { accountProperties, AccountObject, toAccount, toCreation, toUpdate } from "./account.ts";
import { domainIdOf, findDomain } from "./domains.ts";
import { CreatedReply, nextAfter, positionOf, QueryReply } from "./encodings.ts";
import type { JmapClient } from "./jmap-client.ts";
import { resultOf } from "./result-reference.ts";

const Nothing = z.object({});

async function findAccount(jmap: JmapClient, name: string, domainId: string): Promise<AccountObject | null> {
  const { found } = await jmap.send(
    {
      ids: ["x:Account/query", { filter: { name, domainId } }],
      found: ["x:Account/get", { "#ids": resultOf("ids", "x:Account/query", "/ids"), properties: accountProperties }],
    },
    z.object({ found: z.object({ list: z.array(AccountObject) }) }),
  );
  return found.list.find((account) => account.name === name) ?? null;
}

function split(address: string): { name: string; domainName: string } {
  const at = address.lastIndexOf("@");
  return { name: address.slice(0, at).toLowerCase(), domainName: address.slice(at + 1).toLowerCase() };
}

/** x:Account of type User. Keys live inside the account, so whoever changes either waits for the other. */
export const createAccounts = (jmap: JmapClient, oneWriter: Turns): EngineDirectory["accounts"] => ({
  ensure: (account) =>
    oneWriter(`address:${account.address.toLowerCase()}`, async () => {
      const { name, domainName } = split(account.address);
      const domainId = await domainIdOf(jmap, domainName);
      const present = await findAccount(jmap, name, domainId);
      if (present) {
        const update = { [present.id]: toUpdate(present, account) };
        await oneWriter(`account:${present.id}`, () => jmap.send({ set: ["x:Account/set", { update }] }, Nothing));
        return { accountId: present.id };
      }
      const create = { it: toCreation(account, name, domainId) };
      const { set } = await jmap.send({ set: ["x:Account/set", { create }] }, z.object({ set: CreatedReply }));
      return { accountId: set.created.it.id };
    }),

  async find(address) {
    const { name, domainName } = split(address);
    const domain = await findDomain(jmap, domainName);
    const account = domain && (await findAccount(jmap, name, domain.id));
    return account && toAccount(account);
  },

  remove: (address) =>
    oneWriter(`address:${address.toLowerCase()}`, async () => {
      const { name, domainName } = split(address);
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
    // Stalwart reads the empty string as the first account.
    const ids = accountIds.filter((id) => id !== "");
    for (let at = 0; at < ids.length; at += maxIds) {
      const get = { ids: ids.slice(at, at + maxIds), properties: ["id", "usedDiskQuota"] };
      const { found } = await jmap.send({ found: ["x:Account/get", get] }, z.object({ found: Usage }));
      for (const { id, usedDiskQuota } of found.list) used.set(id, usedDiskQuota);
    }
    return used;
  },
});
