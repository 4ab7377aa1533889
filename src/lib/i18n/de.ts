import account from "./de/account";
import api from "./de/api";
import audit from "./de/audit";
import auth from "./de/auth";
import common from "./de/common";
import domains from "./de/domains";
import landing from "./de/landing";
import notices from "./de/notices";
import security from "./de/security";
import team from "./de/team";
import tenant from "./de/tenant";
import users from "./de/users";
import webhooks from "./de/webhooks";
import webmail from "./de/webmail";
import type { Area } from "./areas";
import type { Messages } from "./keys";

/** All German sentences; each area is checked against its English twin. */
export const de = {
  ...{ common, landing, auth, domains, users, webmail },
  ...{ security, team, tenant, api, webhooks, audit, account, notices },
} satisfies Record<Area, Messages>;
