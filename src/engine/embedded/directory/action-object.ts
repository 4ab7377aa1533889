import { z } from "zod";
import { encodeId } from "../ids";
import type { ObjectKind } from "./object-kind";

const ActionBody = z.looseObject({
  "@type": z.enum([
    "ReloadSettings",
    "ReloadTlsCertificates",
    "ReloadLookupStores",
    "ReloadBlockedIps",
    "InvalidateCaches",
    "InvalidateNegativeCaches",
    "PauseMtaQueue",
    "ResumeMtaQueue",
    "UpdateApps",
  ]),
});

/** `x:Action`: something is done when it is created; nothing is kept. */
export function actionObject(onAction: (type: string) => void): ObjectKind {
  let last = 0;
  return {
    name: "Action",
    permission: "sysAction",
    serverSet: [],
    schema: ActionBody,
    filters: {},
    list: () => [],
    find: () => null,
    create(_call, body) {
      onAction(String(body["@type"]));
      return { id: encodeId(++last) };
    },
  };
}
