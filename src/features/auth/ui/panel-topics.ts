import { currentMember } from "./queries";

/** Which queries of the panel are read again when the server says that something of a topic changed, by their keys. */
export const panelTopics = {
  run: ["users.runs.list", "users.imports", "users.imports.lines", "users.imports.recent"],
  user: [
    "users.usage",
    "users.storage",
    "users.list",
    "users.get",
    "users.access.get",
    "users.aliases",
    "users.forwarding",
    "domains.list",
    "domains.addressing",
  ],
  domain: [
    ...["domains.list", "domains.get", "domains.history", "domains.alerts", "domains.connect"],
    "domains.addressing",
  ],
  group: ["users.groups.list", "users.groups.get", "users.groups.members", "users.groups.posts"],
  delivery: [
    "users.limits.get",
    "users.limits.getDomain",
    "users.limits.getTenant",
    "users.trace.list",
    "users.trace.get",
  ],
  webhook: ["webhooks.list", "webhooks.get", "webhooks.deliveries", "webhooks.delivery"],
  session: [currentMember.key],
};
