import auth from "./de/auth";
import common from "./de/common";
import domains from "./de/domains";
import landing from "./de/landing";
import users from "./de/users";
import webmail from "./de/webmail";
import type { Area } from "./areas";
import type { Messages } from "./keys";

/** All German sentences; each area is checked against its English twin. */
export const de = { common, landing, auth, domains, users, webmail } satisfies Record<Area, Messages>;
