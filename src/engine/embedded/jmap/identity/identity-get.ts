import { typeState } from "../../mail/read-changes";
import { getMethod } from "../get-method";
import { listIdentities, toIdentity } from "./identities";

const known = ["id", "name", "email", "replyTo", "bcc", "textSignature", "htmlSignature", "mayDelete"];

/** Identity/get (RFC 8621 section 6.1). */
export const identityGet = getMethod(known, (jmap, accountId) => {
  const identities = new Map(listIdentities(jmap, accountId).map((object) => [object.id, object]));
  return {
    state: typeState(jmap.mail, accountId, "Identity"),
    all: () => [...identities.keys()],
    find(id) {
      const object = identities.get(id);
      return object ? toIdentity(object) : null;
    },
  };
});
