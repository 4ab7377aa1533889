import { z } from "zod";
import type { Turns } from "../../lib/turns.ts";
import { EngineError } from "../engine-error.ts";
import type { EngineDirectory } from "../mail-engine.ts";
import { CreatedReply, nextAfter, positionOf, QueryReply } from "./encodings.ts";
import type { JmapClient } from "./jmap-client.ts";
import { resultOf } from "./result-reference.ts";

const DomainObject = z.object({ id: z.string(), name: z.string(), description: z.string().nullish() });
const Found = z.object({ found: z.object({ list: z.array(DomainObject) }) });
const Nothing = z.object({});

/** x:Domain by exact name, or `null`. */
export async function findDomain(jmap: JmapClient, name: string): Promise<z.infer<typeof DomainObject> | null> {
  const { found } = await jmap.send(
    {
      ids: ["x:Domain/query", { filter: { name } }],
      found: [
        "x:Domain/get",
        { "#ids": resultOf("ids", "x:Domain/query", "/ids"), properties: ["id", "name", "description"] },
      ],
    },
    Found,
  );
  return found.list.find((domain) => domain.name === name) ?? null;
}

/** The id of a domain. Throws `notFound` when the engine does not have it. */
export async function domainIdOf(jmap: JmapClient, name: string): Promise<string> {
  const domain = await findDomain(jmap, name);
  if (!domain) throw new EngineError("notFound", `no domain ${name}`);
  return domain.id;
}

/** Records, certificates and DKIM keys of a domain are ours to manage, not the engine's. */
const manual = { "@type": "Manual" };

/** x:Domain. */
export const createDomains = (jmap: JmapClient, oneWriter: Turns): EngineDirectory["domains"] => ({
  ensure: ({ name, description }) =>
    oneWriter(`domain:${name}`, async () => {
      const domain = await findDomain(jmap, name);
      if (domain && (domain.description ?? "") === description) return { id: domain.id };
      if (domain) {
        await jmap.send({ set: ["x:Domain/set", { update: { [domain.id]: { description } } }] }, Nothing);
        return { id: domain.id };
      }
      const it = {
        name,
        description,
        aliases: {},
        isEnabled: true,
        certificateManagement: manual,
        dkimManagement: manual,
        dnsManagement: manual,
        subAddressing: { "@type": "Enabled" },
      };
      const { set } = await jmap.send({ set: ["x:Domain/set", { create: { it } }] }, z.object({ set: CreatedReply }));
      return { id: set.created.it.id };
    }),

  async find(name) {
    const domain = await findDomain(jmap, name);
    return domain && { id: domain.id };
  },

  rename: ({ id, name }) =>
    oneWriter(`domain:${name}`, async () => {
      await jmap.send({ set: ["x:Domain/set", { update: { [id]: { name } } }] }, Nothing);
    }),

  remove: (name) =>
    oneWriter(`domain:${name}`, async () => {
      const domain = await findDomain(jmap, name);
      if (!domain) return;
      const filter = { domainId: domain.id };
      const { accounts, keys } = await jmap.send(
        { accounts: ["x:Account/query", { filter, limit: 1 }], keys: ["x:DkimSignature/query", { filter }] },
        z.object({ accounts: QueryReply, keys: QueryReply }),
      );
      // Asked first: without its keys a domain that has to stay would send unsigned mail.
      if (accounts.ids.length > 0) throw new EngineError("conflict", `${name} still has accounts`);
      await jmap.send(
        {
          ...(keys.ids.length > 0 ? { keys: ["x:DkimSignature/set", { destroy: keys.ids }] } : {}),
          domain: ["x:Domain/set", { destroy: [domain.id] }],
        },
        Nothing,
      );
    }),

  async list({ after, limit }) {
    const position = positionOf(after);
    const { ids, found } = await jmap.send(
      {
        ids: ["x:Domain/query", { position, limit }],
        found: ["x:Domain/get", { "#ids": resultOf("ids", "x:Domain/query", "/ids"), properties: ["id", "name"] }],
      },
      Found.extend({ ids: QueryReply }),
    );
    return { names: found.list.map(({ name }) => name), ...nextAfter(position, ids.ids.length, limit) };
  },
});
