import { z } from "zod";
import { rest } from "~/server/rest/rest";
import { mailboxProcedure, router } from "~/server/trpc";
import {
  AddSignature,
  ComposingSetup,
  SetSignature,
  Signature,
  SignatureRef,
  SuggestedPerson,
  SuggestPeople,
} from "../../schema/composing";
import { addSignature } from "./add-signature";
import { getSetup } from "./get-setup";
import { removeSignature } from "./remove-signature";
import { setSignature } from "./set-signature";
import { suggestPeople } from "./suggest-people";

export const composingRouter = router({
  setup: mailboxProcedure
    .meta(rest("GET /webmail/identities", "List the addresses to write as, and the signatures"))
    .output(ComposingSetup)
    .query(({ ctx }) => getSetup(ctx)),
  suggest: mailboxProcedure
    .meta(rest("GET /webmail/people", "Complete a name or an address"))
    .input(SuggestPeople)
    .output(z.array(SuggestedPerson))
    .query(({ ctx, input }) => suggestPeople(ctx, input)),
  signatures: router({
    add: mailboxProcedure
      .meta(rest("POST /webmail/signatures", "Add a signature"))
      .input(AddSignature)
      .output(Signature)
      .mutation(({ ctx, input }) => addSignature(ctx, input)),
    set: mailboxProcedure
      .meta(rest("PATCH /webmail/signatures/{signatureId}", "Change a signature"))
      .input(SetSignature)
      .output(Signature)
      .mutation(({ ctx, input }) => setSignature(ctx, input)),
    remove: mailboxProcedure
      .meta(rest("DELETE /webmail/signatures/{signatureId}", "Remove a signature"))
      .input(SignatureRef)
      .output(z.void())
      .mutation(({ ctx, input }) => removeSignature(ctx, input)),
  }),
});
