import type { Services } from "~/server/services";
import { testBrowser } from "~/server/testing-browser";
import type { CreatedShare, SharedRecords } from "../../schema/share";
import { readShare } from "./read-share";

/** What stands behind the `#` of a link. */
export const tokenOf = ({ url }: CreatedShare): string => new URL(url).hash.slice(1);

/** Opens a link as somebody without an account does. */
export const openShare = (services: Services, token: string): Promise<SharedRecords> =>
  testBrowser(services).visit((context) => readShare(context, { token }));
