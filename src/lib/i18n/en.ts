import account from "./en/account";
import api from "./en/api";
import audit from "./en/audit";
import auth from "./en/auth";
import common from "./en/common";
import domains from "./en/domains";
import landing from "./en/landing";
import notices from "./en/notices";
import security from "./en/security";
import team from "./en/team";
import tenant from "./en/tenant";
import users from "./en/users";
import webhooks from "./en/webhooks";
import webmail from "./en/webmail";
import checks from "./en/checks";
import connect from "./en/connect";
import dkim from "./en/dkim";
import guide from "./en/guide";
import sight from "./en/sight";
import watch from "./en/watch";

/** All English sentences. The keys of this object are the keys of the product. */
export const en = {
  ...{ common, landing, auth, domains, users, webmail },
  ...{ security, team, tenant, api, webhooks, audit, account, notices },
  ...{ checks, guide, dkim, sight, watch, connect },
};
