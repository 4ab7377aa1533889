import auth from "./en/auth";
import common from "./en/common";
import domains from "./en/domains";
import landing from "./en/landing";
import users from "./en/users";
import webmail from "./en/webmail";

/** All English sentences. The keys of this object are the keys of the product. */
export const en = { common, landing, auth, domains, users, webmail };
