import { z } from "zod";
import type { Turns } from "../../lib/turns.ts";
import { EngineError } from "../engine-error.ts";
import type { EngineDirectory } from "../engine-directory.ts";
import { toDate, toSet } from "./encodings.ts";
import type { JmapClient } from "./jmap-client.ts";
import { mailPermissions } from "./mail-permissions.ts";
import { mintCredential } from "./mint-credential.ts";

/** x:ApiKey of one mailbox user's account (recipe: minted by the service, for mail only, with an end). */
export const createKeys = (jmap: JmapClient, oneWriter: Turns): EngineDirectory["keys"] => ({
  mint: ({ accountId, description, expiresAt }) =>
    oneWriter(`account:${accountId}`, () =>
      mintCredential(jmap, "ApiKey", accountId, {
        description,
        expiresAt: toDate(expiresAt),
        allowedIps: {},
        permissions: { "@type": "Replace", permissions: toSet(mailPermissions) },
      }),
    ),

  destroy: ({ accountId, keyId }) =>
    oneWriter(`account:${accountId}`, async () => {
      const set = { accountId, destroy: [keyId] };
      await jmap.send({ set: ["x:ApiKey/set", set] }, z.object({})).catch((error: unknown) => {
        if (!(error instanceof EngineError) || error.failure !== "notFound") throw error;
      });
    }),
});
