import { z } from "zod";
import { EngineError } from "../engine-error.ts";
import type { Calls, JmapClient } from "./jmap-client.ts";
import { resultOf } from "./result-reference.ts";

/** Local part and domain name, in lower case. */
export function splitAddress(address: string): { name: string; domainName: string } {
  const at = address.lastIndexOf("@");
  return { name: address.slice(0, at).toLowerCase(), domainName: address.slice(at + 1).toLowerCase() };
}

/** A query and the get that reads it are two of the 16 calls that a request may have. */
const domainsARequest = 8;

const Domains = z.object({ list: z.array(z.object({ id: z.string(), name: z.string() })) });

/** Ids of domains by name, in one round trip for up to eight. Throws `notFound` when the engine lacks one. */
export async function domainIdsOf(jmap: JmapClient, names: Iterable<string>): Promise<Map<string, string>> {
  const wanted = [...new Set(names)];
  const ids = new Map<string, string>();
  for (let at = 0; at < wanted.length; at += domainsARequest) {
    const calls: Calls = {};
    wanted.slice(at, at + domainsARequest).forEach((name, index) => {
      calls[`ids${index}`] = ["x:Domain/query", { filter: { name } }];
      calls[`found${index}`] = [
        "x:Domain/get",
        { "#ids": resultOf(`ids${index}`, "x:Domain/query", "/ids"), properties: ["id", "name"] },
      ];
    });
    const replies = await jmap.send(calls, z.record(z.string(), z.unknown()));
    for (const [call, reply] of Object.entries(replies)) {
      if (!call.startsWith("found")) continue;
      for (const { id, name } of Domains.parse(reply).list) ids.set(name, id);
    }
  }
  const absent = wanted.find((name) => !ids.has(name));
  if (absent !== undefined) throw new EngineError("notFound", `no domain ${absent}`);
  return ids;
}

/** Names of domains by id; those that do not exist are left out. */
export async function domainNamesOf(jmap: JmapClient, domainIds: Iterable<string>): Promise<Map<string, string>> {
  const ids = [...new Set(domainIds)];
  if (ids.length === 0) return new Map();
  const { found } = await jmap.send(
    { found: ["x:Domain/get", { ids, properties: ["id", "name"] }] },
    z.object({ found: Domains }),
  );
  return new Map(found.list.map(({ id, name }) => [id, name]));
}
