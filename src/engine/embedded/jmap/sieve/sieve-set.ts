import { z } from "zod";
import { keepUpload, readBlob, releaseUpload, storeUpload } from "../../mail/blobs";
import type { MailWrite } from "../../mail/mail";
import { typeState } from "../../mail/read-changes";
import { writeMail } from "../../mail/write-mail";
import { MethodError, type MethodCall } from "../../seams";
import { parseArguments, SetArguments } from "../arguments";
import type { MethodFactory } from "../jmap";
import { deleteObject, findObject, insertObject, listObjects, updateObject } from "../object-store";
import { invalidProperties, SetError } from "../set-error";
import { resolveId, setObjects } from "../set-objects";
import { readVacationResponse, writeVacationResponse } from "../vacation/vacation-response";
import type { SieveScript } from "./sieve-script";
import { findScriptProblem } from "./validate-script";

const maxScripts = 100;
const maxScriptSize = 102_400;
const Arguments = SetArguments.extend({
  onSuccessActivateScript: z.string().max(255).nullish(),
  onSuccessDeactivateScript: z.boolean().nullish(),
});
const Script = z.strictObject({
  name: z
    .string()
    .min(1)
    .refine((name) => Buffer.byteLength(name) <= 512 && !/[\u0000-\u001f\u007f\u2028\u2029]/.test(name)),
  blobId: z.string().max(255),
});

function checkScript(write: MailWrite, object: Record<string, unknown>, self: string | null): z.infer<typeof Script> {
  const parsed = Script.safeParse(object);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw invalidProperties(issue?.code === "unrecognized_keys" ? issue.keys : [String(issue?.path[0] ?? "")]);
  }
  const scripts = listObjects<SieveScript>(write, write.accountId, "SieveScript");
  const twin = scripts.find(({ id, value }) => id !== self && value.name === parsed.data.name);
  if (twin) throw new SetError("alreadyExists", "A script of that name exists.", { existingId: twin.id });
  if (self === null && scripts.length >= maxScripts) throw new SetError("overQuota", "too many scripts");
  const bytes = readBlob(write, write.accountId, parsed.data.blobId);
  if (!bytes) throw new SetError("blobNotFound", "There is no such blob.", { notFound: [parsed.data.blobId] });
  if (bytes.length > maxScriptSize) throw new SetError("tooLarge", "The script is too large.");
  const problem = findScriptProblem(new TextDecoder().decode(bytes));
  if (problem !== null) throw new SetError("invalidScript", problem);
  // Stored on its own, because the blob may be a part of a message or another script's.
  return { name: parsed.data.name, blobId: storeUpload(write, write.accountId, bytes, "application/sieve") };
}

function activate(write: MailWrite, wanted: string | null): void {
  for (const { id, value } of listObjects<SieveScript>(write, write.accountId, "SieveScript")) {
    if (value.isActive !== (id === wanted))
      updateObject(write, "SieveScript", id, { ...value, isActive: id === wanted });
  }
  // Only one script runs, and in Stalwart the vacation response is a script too.
  const vacation = readVacationResponse(write, write.accountId);
  if (wanted !== null && vacation.isEnabled) writeVacationResponse(write, { ...vacation, isEnabled: false });
}

function findScript(write: MailWrite, id: string): SieveScript {
  const found = findObject<SieveScript>(write, write.accountId, "SieveScript", id);
  if (!found) throw new SetError("notFound");
  return found.value;
}

const handlers = (call: MethodCall) => ({
  create(write: MailWrite, object: Record<string, unknown>) {
    const script = checkScript(write, withBlob(call, object), null);
    keepUpload(write, script.blobId);
    const id = insertObject<SieveScript>(write, "SieveScript", { ...script, isActive: false });
    return { id, isActive: false, blobId: script.blobId };
  },
  update(write: MailWrite, id: string, patch: Record<string, unknown>) {
    const { isActive, ...before } = findScript(write, id);
    const script = checkScript(write, { ...before, ...withBlob(call, patch) }, id);
    keepUpload(write, script.blobId);
    updateObject<SieveScript>(write, "SieveScript", id, { ...script, isActive });
    if (script.blobId !== before.blobId) releaseUpload(write, before.blobId);
    return null;
  },
  destroy(write: MailWrite, id: string) {
    const script = findScript(write, id);
    if (script.isActive) throw new SetError("scriptIsActive", "The active script cannot be removed.");
    deleteObject(write, "SieveScript", id);
    releaseUpload(write, script.blobId);
  },
});

const withBlob = (call: MethodCall, object: Record<string, unknown>) =>
  typeof object.blobId === "string" ? { ...object, blobId: resolveId(call, object.blobId) } : object;

/** SieveScript/set (RFC 9661 section 2.4). Syntax is checked, nothing is run. */
export const sieveSet: MethodFactory =
  ({ mail }) =>
  async (call, args) => {
    const { onSuccessActivateScript, onSuccessDeactivateScript, ...rest } = parseArguments(Arguments, args);
    if (onSuccessActivateScript != null && onSuccessDeactivateScript) {
      throw new MethodError("invalidArguments", "a script cannot be activated and deactivated at once");
    }
    const result = setObjects(mail, call, "SieveScript", rest, handlers(call));
    const failed = result.notCreated ?? result.notUpdated ?? result.notDestroyed;
    if (failed || (onSuccessActivateScript == null && !onSuccessDeactivateScript)) return result;
    const wanted = onSuccessActivateScript == null ? null : resolveId(call, onSuccessActivateScript);
    if (wanted !== null && !findObject(mail, call.accountId, "SieveScript", wanted)) return result;
    writeMail(mail, call.accountId, (write) => activate(write, wanted));
    return { ...result, newState: typeState(mail, call.accountId, "SieveScript") };
  };
