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
import people from "./de/people";
import access from "./de/access";
import addresses from "./de/addresses";
import groups from "./de/groups";
import imports from "./de/imports";
import usage from "./de/usage";
import delivery from "./de/delivery";
import analytics from "./de/analytics";
import guard from "./de/guard";
import threads from "./de/threads";
import arranging from "./de/arranging";
import handling from "./de/handling";
import reading from "./de/reading";
import parts from "./de/parts";
import previews from "./de/previews";
import composing from "./de/composing";
import drafts from "./de/drafts";
import outbox from "./de/outbox";
import finding from "./de/finding";
import keys from "./de/keys";
import vacation from "./de/vacation";
import preferences from "./de/preferences";

/** All German sentences; each area is checked against its English twin. */
export const de = {
  ...{ common, landing, auth, domains, users, webmail },
  ...{ security, team, tenant, api, webhooks, audit, account, notices },
  ...{ checks, guide, dkim, sight, watch, connect },
  ...{ people, access, addresses, groups, imports },
  ...{ usage, delivery, analytics, guard },
  ...{ threads, handling, arranging, reading, parts, previews, composing, drafts },
  ...{ outbox, finding, keys, vacation, preferences },
} satisfies Record<Area, Messages>;
