import { sweepGroupPosts } from "../../src/features/users/server/groups/sweep-group-posts";
import { sweepGroups } from "../../src/features/users/server/groups/sweep-groups";
import type { Handler } from "../handler";

export const onGroupSweep: Handler<"group.sweep"> = async (_, services) => {
  await sweepGroups(services);
  await sweepGroupPosts(services);
};
