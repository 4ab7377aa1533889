import { z } from "zod";
import type { EngineAccount } from "../engine-directory.ts";
import { toCreation } from "./account.ts";
import type { JmapClient } from "./jmap-client.ts";
import { placesOf } from "./places-of.ts";

/** Well below what a request may hold (`maxObjectsInSet` is 500), so that none keeps the engine from others for long. */
const atOnce = 100;
const Created = z.object({ created: z.record(z.string(), z.object({ id: z.string() })).nullish() });

/** As the port says. A request whose reply is lost is repeated; what it had created then fails as present, and is left to `ensure`. */
export async function createMany(
  jmap: JmapClient,
  accounts: readonly (EngineAccount & { passwordHash: string })[],
): Promise<Map<string, string>> {
  const places = await placesOf(jmap, accounts);
  const ids = new Map<string, string>();
  for (let at = 0; at < accounts.length; at += atOnce) {
    const part = accounts.slice(at, at + atOnce);
    const create = Object.fromEntries(
      part.map((account, index) => [`a${index}`, toCreation(account, places[at + index]!)]),
    );
    const { set } = await jmap.send({ set: ["x:Account/set", { create }] }, z.object({ set: Created }), {
      mayFail: ["set"],
    });
    for (const [key, { id }] of Object.entries(set.created ?? {})) ids.set(part[Number(key.slice(1))]!.address, id);
  }
  return ids;
}
