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
import people from "./en/people";
import access from "./en/access";
import addresses from "./en/addresses";
import groups from "./en/groups";
import imports from "./en/imports";
import usage from "./en/usage";
import delivery from "./en/delivery";
import analytics from "./en/analytics";
import guard from "./en/guard";
import threads from "./en/threads";
import arranging from "./en/arranging";
import handling from "./en/handling";
import reading from "./en/reading";
import parts from "./en/parts";
import previews from "./en/previews";
import composing from "./en/composing";
import drafts from "./en/drafts";
import outbox from "./en/outbox";
import finding from "./en/finding";
import keys from "./en/keys";
import vacation from "./en/vacation";
import preferences from "./en/preferences";

/** All English sentences. The keys of this object are the keys of the product. */
export const en = {
  ...{ common, landing, auth, domains, users, webmail },
  ...{ security, team, tenant, api, webhooks, audit, account, notices },
  ...{ checks, guide, dkim, sight, watch, connect },
  ...{ people, access, addresses, groups, imports },
  ...{ usage, delivery, analytics, guard },
  ...{ threads, handling, arranging, reading, parts, previews, composing, drafts },
  ...{ outbox, finding, keys, vacation, preferences },
};
