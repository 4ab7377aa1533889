import { z } from "zod";
import type { Turns } from "../../lib/turns.ts";
import { EngineError } from "../engine-error.ts";
import type { EngineDirectory } from "../engine-directory.ts";
import { appPermissions } from "./app-permissions.ts";
import { toDate, toSet } from "./encodings.ts";
import type { JmapClient } from "./jmap-client.ts";
import { mintCredential } from "./mint-credential.ts";

/** x:AppPassword of one mailbox user's account: `app_…`, for programs that know only an address and a password. */
export const createAppPasswords = (jmap: JmapClient, oneWriter: Turns): EngineDirectory["appPasswords"] => ({
  mint: ({ accountId, description, scope, expiresAt }) =>
    oneWriter(`account:${accountId}`, () =>
      mintCredential(jmap, "AppPassword", accountId, {
        description,
        expiresAt: expiresAt && toDate(expiresAt),
        allowedIps: {},
        permissions: { "@type": "Replace", permissions: toSet(appPermissions[scope]) },
      }),
    ),

  destroy: ({ accountId, keyId }) =>
    oneWriter(`account:${accountId}`, async () => {
      const set = { accountId, destroy: [keyId] };
      await jmap.send({ set: ["x:AppPassword/set", set] }, z.object({})).catch((error: unknown) => {
        if (!(error instanceof EngineError) || error.failure !== "notFound") throw error;
      });
    }),
});
