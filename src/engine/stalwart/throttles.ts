import { z } from "zod";
import type { Turns } from "../../lib/turns.ts";
import type { EngineDirectory, EngineThrottle } from "../engine-directory.ts";
import { nextAfter, positionOf, QueryReply } from "./encodings.ts";
import type { JmapClient } from "./jmap-client.ts";
import { reloadSettings } from "./reload-settings.ts";
import { resultOf } from "./result-reference.ts";
import { ThrottleObject, toBody, toThrottle } from "./throttle.ts";

const Nothing = z.object({});
const pageSize = 500;

/**
 * x:MtaInboundThrottle, told apart by description, which never changes. They are few (some a domain), and the engine has no filter for them:
 * whoever looks for one reads all. The engine counts in windows that begin at multiples of the period, refused recipients included.
 */
export const createThrottles = (jmap: JmapClient, oneWriter: Turns): EngineDirectory["throttles"] => {
  async function page(position: number, limit: number) {
    const { ids, found } = await jmap.send(
      {
        ids: ["x:MtaInboundThrottle/query", { position, limit }],
        found: ["x:MtaInboundThrottle/get", { "#ids": resultOf("ids", "x:MtaInboundThrottle/query", "/ids") }],
      },
      z.object({ ids: QueryReply, found: z.object({ list: z.array(ThrottleObject) }) }),
    );
    return { objects: found.list, ...nextAfter(position, ids.ids.length, limit) };
  }

  async function all(): Promise<ThrottleObject[]> {
    const found: ThrottleObject[] = [];
    for (let after: string | undefined = "0"; after !== undefined;) {
      const { objects, next } = await page(positionOf(after), pageSize);
      found.push(...objects);
      after = next;
    }
    return found;
  }

  /** Changes what has to change of `present`, if anything, and puts it in force. */
  async function change(present: readonly ThrottleObject[], wanted: readonly EngineThrottle[]): Promise<void> {
    const byName = new Map(present.map((object) => [object.description, object]));
    const create: Record<string, unknown> = {};
    const update: Record<string, unknown> = {};
    for (const throttle of wanted) {
      const known = byName.get(throttle.name);
      byName.delete(throttle.name);
      const { description, ...body } = toBody(throttle);
      if (!known) create[`new${Object.keys(create).length}`] = { description, ...body };
      else if (!Bun.deepEquals(toThrottle(known), throttle)) update[known.id] = body;
    }
    const { maxIds } = await jmap.session();
    const destroy = [...byName.values()].map(({ id }) => id);
    const changes = [
      ...Object.entries(create).map(([id, body]) => ({ create: { [id]: body } })),
      ...Object.entries(update).map(([id, body]) => ({ update: { [id]: body } })),
      ...destroy.map((id) => ({ destroy: [id] })),
    ];
    for (let at = 0; at < changes.length; at += maxIds)
      await jmap.send({ set: ["x:MtaInboundThrottle/set", merged(changes.slice(at, at + maxIds))] }, Nothing);
    if (changes.length > 0) await jmap.send(reloadSettings, Nothing);
  }

  return {
    ensure: (throttle) =>
      oneWriter("throttles", async () =>
        change(
          (await all()).filter(({ description }) => description === throttle.name),
          [throttle],
        ),
      ),

    replace: ({ prefix, throttles }) =>
      oneWriter("throttles", async () =>
        change(
          (await all()).filter(({ description }) => description.startsWith(prefix)),
          throttles,
        ),
      ),

    remove: (name) =>
      oneWriter("throttles", async () =>
        change(
          (await all()).filter(({ description }) => description === name),
          [],
        ),
      ),

    async list({ after, limit }) {
      const { objects, next } = await page(positionOf(after), limit);
      return { throttles: objects.flatMap((object) => toThrottle(object) ?? []), ...(next ? { next } : {}) };
    },
  };
};

type Change = { create?: object; update?: object; destroy?: string[] };

const merged = (changes: readonly Change[]): Change => ({
  create: Object.assign({}, ...changes.map(({ create }) => create)) as object,
  update: Object.assign({}, ...changes.map(({ update }) => update)) as object,
  destroy: changes.flatMap(({ destroy }) => destroy ?? []),
});
