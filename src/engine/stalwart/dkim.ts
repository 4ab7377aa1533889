import { createPublicKey } from "node:crypto";
import { z } from "zod";
import type { Turns } from "../../lib/turns.ts";
import { EngineError } from "../engine-error.ts";
import type { EngineDirectory, EngineDkimKey } from "../engine-directory.ts";
import { domainIdOf, findDomain } from "./domains.ts";
import { CreatedReply } from "./encodings.ts";
import type { JmapClient } from "./jmap-client.ts";
import { resultOf } from "./result-reference.ts";

const typeByAlgorithm = {
  "rsa-sha256": "Dkim1RsaSha256",
  "ed25519-sha256": "Dkim1Ed25519Sha256",
} as const satisfies Record<EngineDkimKey["algorithm"], string>;

const Signature = z.object({
  id: z.string(),
  "@type": z.string(),
  selector: z.string(),
  stage: z.enum(["pending", "active", "retiring", "retired"]).catch("retired"),
  publicKey: z.string().nullish(),
});
type Signature = z.infer<typeof Signature>;

const properties = ["id", "@type", "selector", "stage", "publicKey"];
const Nothing = z.object({});

/** Whether the engine holds another key under the name: names are used again, and then the old key must not sign in the new one's name. */
function isOtherKey({ publicKey }: Signature, algorithm: EngineDkimKey["algorithm"], privateKey: string): boolean {
  if (!publicKey) return false;
  const spki = createPublicKey(privateKey).export({ type: "spki", format: "der" });
  const own = algorithm === "ed25519-sha256" ? spki.subarray(-32) : spki;
  return publicKey.replaceAll(/\s/g, "") !== own.toString("base64");
}

async function signaturesOf(jmap: JmapClient, domainId: string): Promise<Signature[]> {
  const { found } = await jmap.send(
    {
      ids: ["x:DkimSignature/query", { filter: { domainId } }],
      found: ["x:DkimSignature/get", { "#ids": resultOf("ids", "x:DkimSignature/query", "/ids"), properties }],
    },
    z.object({ found: z.object({ list: z.array(Signature) }) }),
  );
  return found.list;
}

/** x:DkimSignature, with keys that were generated here. */
export const createDkim = (jmap: JmapClient, oneWriter: Turns): EngineDirectory["dkim"] => ({
  ensure: ({ domainName, selector, algorithm, stage, privateKey }) =>
    oneWriter(`domain:${domainName}`, async () => {
      const domainId = await domainIdOf(jmap, domainName);
      const type = typeByAlgorithm[algorithm];
      const present = (await signaturesOf(jmap, domainId)).find((signature) => signature.selector === selector);
      if (present && present["@type"] !== type) {
        throw new EngineError("conflict", `${selector} of ${domainName} is a ${present["@type"]} key`);
      }
      if (present && isOtherKey(present, algorithm, privateKey)) {
        await jmap.send({ gone: ["x:DkimSignature/set", { destroy: [present.id] }] }, Nothing);
      } else if (present) {
        const update = { [present.id]: { stage } };
        if (present.stage !== stage) await jmap.send({ set: ["x:DkimSignature/set", { update }] }, Nothing);
        return { id: present.id };
      }
      const it = { "@type": type, domainId, selector, stage, privateKey: { "@type": "Text", secret: privateKey } };
      const { set } = await jmap.send(
        { set: ["x:DkimSignature/set", { create: { it } }] },
        z.object({ set: CreatedReply }),
      );
      return { id: set.created.it.id };
    }),

  async list(domainName) {
    const domain = await findDomain(jmap, domainName);
    const signatures = domain ? await signaturesOf(jmap, domain.id) : [];
    return signatures.flatMap(({ "@type": type, selector, stage }) => {
      const algorithm = (["rsa-sha256", "ed25519-sha256"] as const).find((name) => typeByAlgorithm[name] === type);
      // Experimental kinds of key, made by others: not ours to know.
      return algorithm ? [{ domainName, selector, algorithm, stage }] : [];
    });
  },

  remove: (domainName, selector) =>
    oneWriter(`domain:${domainName}`, async () => {
      const domain = await findDomain(jmap, domainName);
      const signatures = domain ? await signaturesOf(jmap, domain.id) : [];
      const destroy = signatures.filter((signature) => signature.selector === selector).map(({ id }) => id);
      if (destroy.length > 0) await jmap.send({ set: ["x:DkimSignature/set", { destroy }] }, Nothing);
    }),
});
