import { z } from "zod";
import { encodeId, rowId } from "../ids";
import { checkLocalParts, claimsOf } from "./account-references";
import { EmailAlias } from "./account-schema";
import type { AddressSpace } from "./address-space";
import type { DirectoryContext } from "./directory-context";
import { isoSeconds, listOf, setOf } from "./encodings";
import { splitAddress } from "./local-part";
import type { ObjectKind } from "./object-kind";
import type { Body, StoredObject } from "./registry-store";
import { invalidProperties } from "./set-failure";
import { textFilter } from "./text-filter";

const MailingListBody = z.strictObject({
  name: z.string().min(1).max(128),
  domainId: z.string().min(1).max(16),
  description: z.string().max(1024).nullable().default(null),
  recipients: setOf().default({}),
  aliases: listOf(EmailAlias, 500).default({}),
  memberTenantId: z.string().max(16).nullable().default(null),
});
export type MailingListBody = z.infer<typeof MailingListBody>;

function checkRecipients(body: MailingListBody): MailingListBody {
  const recipients = Object.keys(body.recipients).map((address) => {
    if (!splitAddress(address) || /[\s<>()",;:\\]/.test(address))
      throw invalidProperties(["recipients"], "Not an e-mail address.");
    return [address.toLowerCase(), true as const] as const;
  });
  return { ...body, recipients: Object.fromEntries(recipients) };
}

/** `x:MailingList`: an address that is expanded to others, here or elsewhere. */
export function mailingListObject({ store, now, domainName }: DirectoryContext, addresses: AddressSpace): ObjectKind {
  const show = ({ id, body }: StoredObject): Body => ({
    id: encodeId(id),
    ...body,
    emailAddress: `${String(body.name)}@${domainName(String(body.domainId))}`,
  });
  const write = (id: number, body: MailingListBody, createdAt: unknown) => {
    addresses.claim("MailingList", id, claimsOf(store, body));
    store.put("MailingList", id, { ...body, createdAt }, { domain: rowId(body.domainId) as number, name: body.name });
  };
  return {
    name: "MailingList",
    permission: "sysMailingList",
    serverSet: ["emailAddress", "createdAt"],
    schema: MailingListBody,
    filters: {
      text: textFilter("name", "emailAddress", "description"),
      domainId: (list, value) => list.domainId === value,
      memberTenantId: (list, value) => list.memberTenantId === value,
    },
    list: () => store.list("MailingList").map(show),
    find(_call, id) {
      const found = store.find("MailingList", rowId(id) ?? -1);
      return found && show(found);
    },
    stored: (_call, id) => store.find("MailingList", rowId(id) ?? -1)?.body ?? null,
    create(_call, given) {
      const body = checkRecipients(checkLocalParts(given as MailingListBody));
      return store.transaction(() => {
        const id = store.nextId("MailingList");
        write(id, body, isoSeconds(now()));
        return { id: encodeId(id) };
      });
    },
    update(_call, id, given, before) {
      const body = checkRecipients(checkLocalParts(given as MailingListBody));
      store.transaction(() => write(rowId(id) as number, body, before.createdAt));
    },
    destroy(_call, id) {
      store.transaction(() => {
        addresses.release("MailingList", rowId(id) as number);
        store.drop("MailingList", rowId(id) as number);
      });
    },
  };
}
