import { z } from "zod";
import type { Turns } from "../../lib/turns.ts";
import { EngineError } from "../engine-error.ts";
import type { EngineDirectory, EngineDomain } from "../engine-directory.ts";
import { CreatedReply, nextAfter, positionOf, QueryReply } from "./encodings.ts";
import type { JmapClient } from "./jmap-client.ts";
import { engineErrorOf } from "./jmap-failure.ts";
import { resultOf } from "./result-reference.ts";
import { setObjects } from "./set-objects.ts";

const DomainObject = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().nullish(),
  catchAllAddress: z.string().nullish(),
  subAddressing: z.object({ "@type": z.string() }).nullish(),
});
type DomainObject = z.infer<typeof DomainObject>;
const properties = Object.keys(DomainObject.shape);
const Found = z.object({ found: z.object({ list: z.array(DomainObject) }) });
const Nothing = z.object({});
const Linked = z.object({ linkedObjects: z.array(z.object({ object: z.string() })).catch([]) });

/** x:Domain by exact name, or `null`. */
export async function findDomain(jmap: JmapClient, name: string): Promise<DomainObject | null> {
  const { found } = await jmap.send(
    {
      ids: ["x:Domain/query", { filter: { name } }],
      found: ["x:Domain/get", { "#ids": resultOf("ids", "x:Domain/query", "/ids"), properties }],
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

const toSubAddressing = (isOn: boolean) => ({ "@type": isOn ? "Enabled" : "Disabled" });

/** What has to change; nothing when the domain is as it should be. */
function differences(present: DomainObject, { description, catchAll, subAddressing }: EngineDomain) {
  const isSubAddressed = present.subAddressing?.["@type"] !== "Disabled";
  return {
    ...((present.description ?? "") === description ? {} : { description }),
    ...(catchAll === undefined || catchAll === (present.catchAllAddress ?? null) ? {} : { catchAllAddress: catchAll }),
    ...(subAddressing === undefined || subAddressing === isSubAddressed
      ? {}
      : { subAddressing: toSubAddressing(subAddressing) }),
  };
}

/** x:Domain. */
export const createDomains = (jmap: JmapClient, oneWriter: Turns): EngineDirectory["domains"] => ({
  ensure: (wanted) =>
    oneWriter(`domain:${wanted.name}`, async () => {
      const { name, description, catchAll = null, subAddressing = true } = wanted;
      const domain = await findDomain(jmap, name);
      if (domain) {
        const patch = differences(domain, wanted);
        if (Object.keys(patch).length === 0) return { id: domain.id };
        await jmap.send({ set: ["x:Domain/set", { update: { [domain.id]: patch } }] }, Nothing);
        return { id: domain.id };
      }
      const it = {
        name,
        description,
        catchAllAddress: catchAll,
        aliases: {},
        isEnabled: true,
        certificateManagement: manual,
        dkimManagement: manual,
        dnsManagement: manual,
        subAddressing: toSubAddressing(subAddressing),
      };
      const { set } = await jmap.send({ set: ["x:Domain/set", { create: { it } }] }, z.object({ set: CreatedReply }));
      return { id: set.created.it.id };
    }),

  async find(name) {
    const domain = await findDomain(jmap, name);
    if (!domain) return null;
    const { id, catchAllAddress = null, subAddressing } = domain;
    return { id, catchAll: catchAllAddress, subAddressing: subAddressing?.["@type"] !== "Disabled" };
  },

  rename: ({ id, name }) =>
    oneWriter(`domain:${name}`, async () => {
      await jmap.send({ set: ["x:Domain/set", { update: { [id]: { name } } }] }, Nothing);
    }),

  remove: (name) =>
    oneWriter(`domain:${name}`, async () => {
      const domain = await findDomain(jmap, name);
      if (!domain) return;
      // Asked first, and by the engine's own word: without its keys a domain that has to stay would send unsigned mail.
      const failure = (await setObjects(jmap, "Domain", { destroy: [domain.id] })).notDestroyed[domain.id];
      if (!failure) return;
      const linked = Linked.parse(failure).linkedObjects;
      const isKept = linked.length === 0 || linked.some(({ object }) => object !== "DkimSignature");
      if (isKept) throw engineErrorOf(failure, "x:Domain/set");
      const keys = { filter: { domainId: domain.id } };
      const { ids } = (await jmap.send({ keys: ["x:DkimSignature/query", keys] }, z.object({ keys: QueryReply }))).keys;
      await jmap.send(
        {
          ...(ids.length > 0 ? { keys: ["x:DkimSignature/set", { destroy: ids }] } : {}),
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
