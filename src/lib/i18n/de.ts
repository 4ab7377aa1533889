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
import checks from "./de/checks";
import connect from "./de/connect";
import dkim from "./de/dkim";
import guide from "./de/guide";
import sight from "./de/sight";
import watch from "./de/watch";

/** All German sentences; each area is checked against its English twin. */
export const de = {
  ...{ common, landing, auth, domains, users, webmail },
  ...{ security, team, tenant, api, webhooks, audit, account, notices },
  ...{ checks, guide, dkim, sight, watch, connect },
} satisfies Record<Area, Messages>;
