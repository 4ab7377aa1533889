import { lookAtPosts } from "../../src/features/users/server/groups/look-at-posts";
import { systemContext } from "../../src/server/context";
import type { Handler } from "../handler";

export const onGroupPosts: Handler<"group.posts"> = ({ tenantId, groupId }, services) =>
  lookAtPosts(systemContext(services, { job: "group.posts" }, tenantId), { groupId });
