import { z } from "zod";
import type { UserEngine } from "../mail-engine.ts";
import type { JmapClient } from "./jmap-client.ts";

const Reply = z.object({
  found: z.object({ list: z.array(z.object({ id: z.string(), name: z.string().catch(""), email: z.string() })) }),
});

/** RFC 8621 section 6. Stalwart keeps one for every address and alias. */
export const createIdentities = (jmap: JmapClient): UserEngine["identities"] => ({
  async list() {
    const get = { ids: null, properties: ["id", "name", "email"] };
    const { found } = await jmap.send({ found: ["Identity/get", get] }, Reply);
    return found.list;
  },
});
