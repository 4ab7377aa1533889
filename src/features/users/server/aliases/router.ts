import { z } from "zod";
import { rest } from "~/server/rest/rest";
import { router, tenantProcedure } from "~/server/trpc";
import { AddAlias, Alias, AliasPage, AliasRef, ListAliases, MoveAlias, UpdateAlias } from "../../schema/aliases";
import { addAlias } from "./add-alias";
import { listAliases } from "./list-aliases";
import { moveAlias } from "./move-alias";
import { removeAlias } from "./remove-alias";
import { updateAlias } from "./update-alias";

const look = tenantProcedure.meta({ scope: "users:read" });
const change = tenantProcedure.meta({ scope: "users:write" });

export const aliasesRouter = router({
  list: look
    .meta(rest("GET /aliases", "List the aliases, by address"))
    .input(ListAliases)
    .output(AliasPage)
    .query(({ ctx, input }) => listAliases(ctx, input)),
  add: change
    .meta(rest("POST /aliases", "Give a mailbox user another address", { status: 201 }))
    .input(AddAlias)
    .output(Alias)
    .mutation(({ ctx, input }) => addAlias(ctx, input)),
  update: change
    .meta(rest("PATCH /aliases/{aliasId}", "Change the note on an alias, or switch it off or on"))
    .input(UpdateAlias)
    .output(Alias)
    .mutation(({ ctx, input }) => updateAlias(ctx, input)),
  move: change
    .meta(rest("PUT /aliases/{aliasId}/user", "Give an alias to another mailbox user"))
    .input(MoveAlias)
    .output(Alias)
    .mutation(({ ctx, input }) => moveAlias(ctx, input)),
  remove: change
    .meta(rest("DELETE /aliases/{aliasId}", "Take an alias away", { status: 204 }))
    .input(AliasRef)
    .output(z.void())
    .mutation(({ ctx, input }) => removeAlias(ctx, input)),
});
