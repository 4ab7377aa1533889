import { rest } from "~/server/rest/rest";
import { freshTenantProcedure, router, tenantProcedure } from "~/server/trpc";
import { DomainRef, Done } from "../../schema";
import { KeyRef, SetKeyMode, SigningKeys } from "../../schema/dkim";
import { addEd25519 } from "./add-ed25519";
import { cancelRotation } from "./cancel-rotation";
import { listKeys } from "./list-keys";
import { replaceKey } from "./replace-key";
import { rotateKey } from "./rotate-key";
import { setKeyMode } from "./set-key-mode";

const look = tenantProcedure.meta({ scope: "domains:read" });
const change = tenantProcedure.meta({ scope: "domains:write" });
const dangerous = freshTenantProcedure.meta({ scope: "domains:write" });

export const dkimRouter = router({
  list: look
    .meta(rest("GET /domains/{domainId}/signing-keys", "Show the signing keys of a domain and what becomes of them"))
    .input(DomainRef)
    .output(SigningKeys)
    .query(({ ctx, input }) => listKeys(ctx, input)),
  rotate: change
    .meta(
      rest("POST /domains/{domainId}/signing-keys/rotate", "Make the key that follows the one which signs", {
        status: 202,
      }),
    )
    .input(KeyRef)
    .output(Done)
    .mutation(({ ctx, input }) => rotateKey(ctx, input)),
  addEd25519: change
    .meta(rest("POST /domains/{domainId}/signing-keys/ed25519", "Add a key of the second algorithm", { status: 202 }))
    .input(DomainRef)
    .output(Done)
    .mutation(({ ctx, input }) => addEd25519(ctx, input)),
  cancelRotation: change
    .meta(rest("POST /domains/{domainId}/signing-keys/cancel", "Give up a signing key that waits"))
    .input(KeyRef)
    .output(Done)
    .mutation(({ ctx, input }) => cancelRotation(ctx, input)),
  replaceNow: dangerous
    .meta(
      rest(
        "POST /domains/{domainId}/signing-keys/replace",
        "Replace a signing key that is not to be trusted any more",
        {
          status: 202,
        },
      ),
    )
    .input(KeyRef)
    .output(Done)
    .mutation(({ ctx, input }) => replaceKey(ctx, input)),
  setMode: dangerous
    .meta(rest("PUT /domains/{domainId}/signing-keys/mode", "Choose where the signing keys stand in DNS"))
    .input(SetKeyMode)
    .output(Done)
    .mutation(({ ctx, input }) => setKeyMode(ctx, input)),
});
