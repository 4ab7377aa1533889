import { z } from "zod";
import { parseArguments, SetArguments } from "../arguments";
import type { MethodFactory } from "../jmap";

const GetArguments = z.strictObject({
  ids: z.array(z.string().max(255)).nullish(),
  properties: z.array(z.string().max(100)).nullish(),
});
const SetSubscriptions = SetArguments.omit({ accountId: true, ifInState: true });

/** PushSubscription/get (RFC 8620 section 7.2.1): there are never any, see below. */
export const pushSubscriptionGet: MethodFactory = () => async (_, args) => {
  const { ids } = parseArguments(GetArguments, args);
  return { list: [], notFound: ids ?? [] };
};

const refusals = (keys: readonly string[], type: string, description: string) =>
  keys.length > 0 ? Object.fromEntries(keys.map((key) => [key, { type, description }])) : null;

/**
 * PushSubscription/set (RFC 8620 section 7.2.2) refuses every subscription: the trial engine makes no HTTP requests to addresses that
 * a mailbox user names. State changes come over the event source.
 */
export const pushSubscriptionSet: MethodFactory = () => async (_, args) => {
  const { create, update, destroy } = parseArguments(SetSubscriptions, args);
  return {
    created: null,
    updated: null,
    destroyed: null,
    notCreated: refusals(
      Object.keys(create ?? {}),
      "forbidden",
      "Use the event source: this server sends no web push.",
    ),
    notUpdated: refusals(Object.keys(update ?? {}), "notFound", "There is no such subscription."),
    notDestroyed: refusals(destroy ?? [], "notFound", "There is no such subscription."),
  };
};
