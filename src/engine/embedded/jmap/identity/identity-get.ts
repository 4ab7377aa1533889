import { typeState } from "../../mail/read-changes";
import { GetArguments, parseArguments } from "../arguments";
import { getObjects } from "../get-objects";
import type { MethodFactory } from "../jmap";
import { listIdentities, toIdentity } from "./identities";

const known = ["id", "name", "email", "replyTo", "bcc", "textSignature", "htmlSignature", "mayDelete"];

/** Identity/get (RFC 8621 section 6.1). */
export const identityGet: MethodFactory =
  (jmap) =>
  async ({ accountId }, args) => {
    const { ids, properties } = parseArguments(GetArguments, args);
    const identities = new Map(listIdentities(jmap, accountId).map((object) => [object.id, object]));
    return getObjects({
      accountId,
      ids,
      properties,
      known,
      state: typeState(jmap.mail, accountId, "Identity"),
      all: () => [...identities.keys()],
      find(id) {
        const object = identities.get(id);
        return object ? toIdentity(object) : null;
      },
    });
  };
