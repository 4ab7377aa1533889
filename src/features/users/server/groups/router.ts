import { z } from "zod";
import { rest } from "~/server/rest/rest";
import { router, tenantProcedure } from "~/server/trpc";
import * as posts from "../../schema/group-posts";
import * as schema from "../../schema/groups";
import { addGroupMember } from "./add-group-member";
import { approveGroupPost } from "./approve-group-post";
import { createGroup } from "./create-group";
import { getGroup } from "./get-group";
import { getGroupPost } from "./get-group-post";
import { listGroupMembers } from "./list-group-members";
import { listGroupPosts } from "./list-group-posts";
import { listGroups } from "./list-groups";
import { rejectGroupPost } from "./reject-group-post";
import { removeGroup } from "./remove-group";
import { removeGroupMember } from "./remove-group-member";
import { retryGroup } from "./retry-group";
import { undeleteGroup } from "./undelete-group";
import { updateGroup } from "./update-group";
import { updateGroupMember } from "./update-group-member";

const look = tenantProcedure.meta({ scope: "users:read" });
const change = tenantProcedure.meta({ scope: "users:write" });

export const groupsRouter = router({
  list: look
    .meta(rest("GET /groups", "List the groups by address"))
    .input(schema.ListGroups)
    .output(schema.GroupPage)
    .query(({ ctx, input }) => listGroups(ctx, input)),
  get: look
    .meta(rest("GET /groups/{groupId}", "Show a group"))
    .input(schema.GroupRef)
    .output(schema.Group)
    .query(({ ctx, input }) => getGroup(ctx, input)),
  create: change
    .meta(rest("POST /groups", "Create a group", { status: 201 }))
    .input(schema.CreateGroup)
    .output(schema.Group)
    .mutation(({ ctx, input }) => createGroup(ctx, input)),
  update: change
    .meta(rest("PATCH /groups/{groupId}", "Change the name of a group, or who may write to it"))
    .input(schema.UpdateGroup)
    .output(schema.Group)
    .mutation(({ ctx, input }) => updateGroup(ctx, input)),
  remove: change
    .meta(rest("DELETE /groups/{groupId}", "Delete a group; for 30 days it can be brought back", { status: 204 }))
    .input(schema.GroupRef)
    .output(z.void())
    .mutation(({ ctx, input }) => removeGroup(ctx, input)),
  undelete: change
    .meta(rest("POST /groups/{groupId}/undelete", "Bring a deleted group back"))
    .input(schema.GroupRef)
    .output(schema.Group)
    .mutation(({ ctx, input }) => undeleteGroup(ctx, input)),
  retry: change
    .input(schema.GroupRef)
    .output(schema.Group)
    .mutation(({ ctx, input }) => retryGroup(ctx, input)),
  members: router({
    list: look
      .meta(rest("GET /groups/{groupId}/members", "List who belongs to a group"))
      .input(schema.ListGroupMembers)
      .output(schema.GroupMemberPage)
      .query(({ ctx, input }) => listGroupMembers(ctx, input)),
    add: change
      .meta(rest("POST /groups/{groupId}/members", "Add somebody to a group, by address", { status: 201 }))
      .input(schema.AddGroupMember)
      .output(schema.GroupMember)
      .mutation(({ ctx, input }) => addGroupMember(ctx, input)),
    update: change
      .meta(rest("PATCH /groups/{groupId}/members/{groupMemberId}", "Change what a member of a group gets and may"))
      .input(schema.UpdateGroupMember)
      .output(schema.GroupMember)
      .mutation(({ ctx, input }) => updateGroupMember(ctx, input)),
    remove: change
      .meta(rest("DELETE /groups/{groupId}/members/{groupMemberId}", "Take somebody out of a group", { status: 204 }))
      .input(schema.GroupMemberRef)
      .output(z.void())
      .mutation(({ ctx, input }) => removeGroupMember(ctx, input)),
  }),
  posts: router({
    list: change
      .input(posts.ListGroupPosts)
      .output(posts.GroupPostPage)
      .query(({ ctx, input }) => listGroupPosts(ctx, input)),
    get: change
      .input(posts.GroupPostRef)
      .output(posts.GroupPostPreview)
      .query(({ ctx, input }) => getGroupPost(ctx, input)),
    approve: change
      .input(posts.GroupPostRef)
      .output(posts.GroupPost)
      .mutation(({ ctx, input }) => approveGroupPost(ctx, input)),
    reject: change
      .input(posts.RejectGroupPost)
      .output(posts.GroupPost)
      .mutation(({ ctx, input }) => rejectGroupPost(ctx, input)),
  }),
});
