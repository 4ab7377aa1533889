import { z } from "zod";
import type { Turns } from "../../lib/turns.ts";
import { EngineError } from "../engine-error.ts";
import type { EngineDirectory, EngineList } from "../engine-directory.ts";
import { toAliases } from "./account.ts";
import { domainIdsOf, splitAddress } from "./addresses.ts";
import { domainIdOf, findDomain } from "./domains.ts";
import { nextAfter, positionOf, QueryReply, toSet } from "./encodings.ts";
import type { JmapClient } from "./jmap-client.ts";
import { engineErrorOf } from "./jmap-failure.ts";
import { resultOf } from "./result-reference.ts";
import { setObjects } from "./set-objects.ts";

const ListObject = z.object({
  id: z.string(),
  name: z.string(),
  domainId: z.string(),
  emailAddress: z.string(),
  description: z.string().nullish(),
  recipients: z.record(z.string(), z.boolean()).nullish(),
});
type ListObject = z.infer<typeof ListObject>;

const properties = Object.keys(ListObject.shape);
type Aliases = ReturnType<typeof toAliases>;

const Nothing = z.object({});
/** Objects in one get. */
const pageSize = 500;
const Holder = z.object({ objectId: z.object({ object: z.string(), id: z.string() }) });

/** x:MailingList: expands an address and does nothing else. It is indexed by words of its name, not by domain. */
export const createLists = (jmap: JmapClient, oneWriter: Turns): EngineDirectory["lists"] => {
  /** Members' addresses are indexed as well, so a short name may find many. */
  async function findList(name: string, domainId: string, position = 0): Promise<ListObject | null> {
    const { ids, found } = await jmap.send(
      {
        ids: ["x:MailingList/query", { filter: { text: name }, position, limit: pageSize }],
        found: ["x:MailingList/get", { "#ids": resultOf("ids", "x:MailingList/query", "/ids"), properties }],
      },
      z.object({ ids: QueryReply, found: z.object({ list: z.array(ListObject) }) }),
    );
    const list = found.list.find((one) => one.name === name && one.domainId === domainId);
    if (list || ids.ids.length < pageSize) return list ?? null;
    return findList(name, domainId, position + pageSize);
  }

  async function findByAddress(address: string): Promise<ListObject | null> {
    const { name, domainName } = splitAddress(address);
    const domain = await findDomain(jmap, domainName);
    return domain && findList(name, domain.id);
  }

  async function aliasesOf(addresses: readonly string[]): Promise<Aliases> {
    const split = addresses.map(splitAddress);
    const ids = await domainIdsOf(
      jmap,
      split.map(({ domainName }) => domainName),
    );
    return toAliases(split.map(({ name, domainName }) => ({ name, domainId: ids.get(domainName)! })));
  }

  /** Creates first: who holds the address already is in the refusal, whatever the index has. */
  async function make({ address, description, recipients }: EngineList, aliases: Aliases) {
    const { name, domainName } = splitAddress(address);
    const domainId = await domainIdOf(jmap, domainName);
    const it = { name, domainId, description: description || null, recipients: toSet(recipients), aliases };
    const { created, notCreated } = await setObjects(jmap, "MailingList", { create: { it } });
    if (created.it) return { id: created.it.id, isNew: true };
    const failure = notCreated.it ?? { type: "notCreated" };
    const holder = Holder.safeParse(failure).data?.objectId;
    if (failure.type !== "primaryKeyViolation" || holder?.object !== "MailingList")
      throw engineErrorOf(failure, "x:MailingList/set");
    const present = await findList(name, domainId);
    // Held as the other address of a list that is called something else.
    if (present?.id !== holder.id) throw new EngineError("conflict", `${address} belongs to another list`);
    return { id: present.id, isNew: false };
  }

  return {
    ensure: (list) =>
      oneWriter(`address:${list.address.toLowerCase()}`, async () => {
        const aliases = list.aliases && (await aliasesOf(list.aliases));
        const { id, isNew } = await make(list, aliases ?? {});
        if (isNew) return { id };
        const known = { description: list.description || null, recipients: toSet(list.recipients) };
        const patch = aliases ? { ...known, aliases } : known;
        await jmap.send({ set: ["x:MailingList/set", { update: { [id]: patch } }] }, Nothing);
        return { id };
      }),

    async find(address) {
      const list = await findByAddress(address);
      if (!list) return null;
      const { emailAddress, description, recipients } = list;
      return { address: emailAddress, description: description ?? "", recipients: Object.keys(recipients ?? {}) };
    },

    remove: (address) =>
      oneWriter(`address:${address.toLowerCase()}`, async () => {
        const list = await findByAddress(address);
        if (list) await jmap.send({ set: ["x:MailingList/set", { destroy: [list.id] }] }, Nothing);
      }),

    async listAddresses(domainName, { after, limit }) {
      const position = positionOf(after);
      const domainId = (await domainIdsOf(jmap, [domainName])).get(domainName);
      const { ids, found } = await jmap.send(
        {
          ids: ["x:MailingList/query", { position, limit }],
          found: [
            "x:MailingList/get",
            { "#ids": resultOf("ids", "x:MailingList/query", "/ids"), properties: ["id", "domainId", "emailAddress"] },
          ],
        },
        z.object({
          ids: QueryReply,
          found: z.object({ list: z.array(z.object({ domainId: z.string(), emailAddress: z.string() })) }),
        }),
      );
      const addresses = found.list.filter((list) => list.domainId === domainId).map((list) => list.emailAddress);
      return { addresses, ...nextAfter(position, ids.ids.length, limit) };
    },
  };
};
