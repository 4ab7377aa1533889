import { z } from "zod";
import { formatUtcDate } from "../../mail/mime/message-date";
import { typeState } from "../../mail/read-changes";
import { writeMail } from "../../mail/write-mail";
import { SubmissionRefused, type MethodCall } from "../../seams";
import { parseArguments, SetArguments, SetObject } from "../arguments";
import { patchEmail, removeEmail } from "../email/email-set";
import type { Jmap, MethodFactory } from "../jmap";
import { deleteObject, findObject, insertObject, updateObject } from "../object-store";
import { invalidProperties, SetError } from "../set-error";
import { checkState, setObjects, type SetHandlers } from "../set-objects";
import { prepareSubmission } from "./prepare-submission";
import { forgetOldSubmissions, undoStatusOf, type Submission } from "./submission";

const Arguments = SetArguments.extend({
  onSuccessUpdateEmail: z.record(z.string(), SetObject).nullish(),
  onSuccessDestroyEmail: z.array(z.string().max(255)).nullish(),
});

type Outcome = { created: Record<string, unknown>; notCreated: Record<string, unknown>; emailIds: Map<string, string> };

/** Hands one message to the queue, which is answerable for it from then on, and records that it did. */
async function submit(jmap: Jmap, call: MethodCall, object: Record<string, unknown>) {
  const { raw, ...prepared } = prepareSubmission(jmap, call, object);
  const account = jmap.directory.findAccount(call.accountId);
  const principal =
    call.accountId === call.principal.accountId || !account
      ? call.principal
      : { ...call.principal, accountId: account.accountId, emailAddress: account.emailAddress };
  const { queueId, recipients, accepted, sendAt } = await jmap.queue.submit({
    principal,
    envelope: prepared.envelope,
    raw,
  });
  const submission: Submission = {
    ...prepared,
    sendAt: sendAt.getTime(),
    queueId,
    accepted,
    isCanceled: false,
    recipients,
  };
  const id = writeMail(jmap.mail, call.accountId, (write) => {
    forgetOldSubmissions(write);
    return insertObject(write, "EmailSubmission", submission, submission.sendAt);
  });
  const undoStatus = accepted ? "pending" : "final";
  return {
    emailId: prepared.emailId,
    result: { id, threadId: prepared.threadId, sendAt: formatUtcDate(submission.sendAt), undoStatus },
  };
}

async function createSubmissions(
  jmap: Jmap,
  call: MethodCall,
  create: Record<string, Record<string, unknown>>,
): Promise<Outcome> {
  const outcome: Outcome = { created: {}, notCreated: {}, emailIds: new Map() };
  for (const [creationId, object] of Object.entries(create)) {
    try {
      const { result, emailId } = await submit(jmap, call, object);
      outcome.created[creationId] = result;
      outcome.emailIds.set(`#${creationId}`, emailId);
      call.createdIds.set(creationId, result.id);
    } catch (error) {
      if (error instanceof SetError) outcome.notCreated[creationId] = error.toJson();
      else if (error instanceof SubmissionRefused) {
        outcome.notCreated[creationId] = { type: error.type, description: error.message };
      } else throw error;
    }
  }
  return outcome;
}

function handlersFor(jmap: Jmap, call: MethodCall): SetHandlers {
  const find = (id: string) => {
    const found = findObject<Submission>(jmap.mail, call.accountId, "EmailSubmission", id);
    if (!found) throw new SetError("notFound");
    return found.value;
  };
  return {
    create: () => {
      throw new SetError("forbidden");
    },
    update(write, id, patch) {
      const submission = find(id);
      const { undoStatus, ...others } = patch;
      if (Object.keys(others).length > 0) throw invalidProperties(Object.keys(others), "cannot be changed");
      const present = undoStatusOf(jmap, submission);
      if (undoStatus === undefined || undoStatus === present) return null;
      if (undoStatus !== "canceled") throw invalidProperties(["undoStatus"]);
      if (present !== "pending" || !jmap.queue.cancel(submission.queueId)) {
        throw new SetError("cannotUnsend", "The message has already left.");
      }
      updateObject(write, "EmailSubmission", id, { ...submission, isCanceled: true });
      return null;
    },
    destroy(write, id) {
      find(id);
      deleteObject(write, "EmailSubmission", id);
    },
  };
}

type SetResult = Record<string, unknown>;

/** The implicit Email/set of RFC 8621 section 7.5; `null` when no submission asked for one. */
function onSuccess(
  jmap: Jmap,
  call: MethodCall,
  args: z.infer<typeof Arguments>,
  emailIds: Map<string, string>,
): SetResult | null {
  const emailOf = (key: string) => emailIds.get(key);
  const update: Record<string, Record<string, unknown>> = {};
  for (const [key, patch] of Object.entries(args.onSuccessUpdateEmail ?? {})) {
    const emailId = emailOf(key);
    if (emailId !== undefined) update[emailId] = patch;
  }
  const destroy = (args.onSuccessDestroyEmail ?? []).flatMap((key) => emailOf(key) ?? []);
  if (Object.keys(update).length + destroy.length === 0) return null;
  return setObjects(
    jmap.mail,
    call,
    "Email",
    { update, destroy },
    {
      create: () => {
        throw new SetError("forbidden");
      },
      update: (write, id, patch) => patchEmail(call, write, id, patch),
      destroy: removeEmail,
    },
  );
}

/**
 * EmailSubmission/set (RFC 8621 section 7.5). A submission whose recipients were all refused is still created, `final` at once. The
 * `onSuccess` arguments answer as a second response, Email/set, under the same call id.
 */
export const submissionSet: MethodFactory = (jmap) => async (call, args) => {
  const parsed = parseArguments(Arguments, args);
  const { create, update, destroy } = parsed;
  checkState(jmap.mail, call.accountId, "EmailSubmission", parsed.ifInState);
  const oldState = typeState(jmap.mail, call.accountId, "EmailSubmission");
  const { created, notCreated, emailIds } = await createSubmissions(jmap, call, create ?? {});
  for (const id of [...Object.keys(update ?? {}), ...(destroy ?? [])]) {
    const found = findObject<Submission>(jmap.mail, call.accountId, "EmailSubmission", id);
    if (found) emailIds.set(id, found.value.emailId);
  }
  const rest = setObjects(jmap.mail, call, "EmailSubmission", { update, destroy }, handlersFor(jmap, call));
  for (const id of Object.keys((rest.notUpdated ?? {}) as object)) emailIds.delete(id);
  for (const id of Object.keys((rest.notDestroyed ?? {}) as object)) emailIds.delete(id);
  const result = {
    ...rest,
    oldState,
    created: Object.keys(created).length > 0 ? created : null,
    notCreated: Object.keys(notCreated).length > 0 ? notCreated : null,
  };
  const implicit = onSuccess(jmap, call, parsed, emailIds);
  return implicit
    ? [
        ["EmailSubmission/set", result],
        ["Email/set", implicit],
      ]
    : result;
};
