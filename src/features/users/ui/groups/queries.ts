import { action, json, query, redirect, reload } from "@solidjs/router";
import { failureKeyOf } from "~/features/auth/ui/failure-key";
import { pageData } from "~/features/auth/ui/page-data";
import { trpc } from "~/trpc/client";
import type { GroupPosting } from "../../schema/groups";

export type GroupFilter = { search?: string; after?: string; deleted?: boolean };

/** Also what is not allowed or not there: the page says so itself. */
const orNull = <T>(read: () => Promise<T>, ...expected: string[]) =>
  pageData(() =>
    read().catch((error: unknown) => {
      if (expected.includes(failureKeyOf(error) ?? "")) return null;
      throw error;
    }),
  );
const gone = ["group.not_found", "request.invalid"];

export const groupList = query(
  (filter: GroupFilter) => pageData(() => trpc.users.groups.list.query({ ...filter, limit: 50 })),
  "users.groups.list",
);

/** One group; null when there is none with this id. */
export const groupDetail = query(
  (groupId: string) => orNull(() => trpc.users.groups.get.query({ groupId }), ...gone),
  "users.groups.get",
);

export type GroupView = { groupId: string; after?: string };

export const groupMembers = query(
  (view: GroupView) => orNull(() => trpc.users.groups.members.list.query({ ...view, limit: 50 }), ...gone),
  "users.groups.members",
);

/** Posts that wait; null for whoever does not decide about them. */
export const heldPosts = query(
  (view: GroupView) =>
    orNull(() => trpc.users.groups.posts.list.query({ ...view, limit: 25 }), ...gone, "auth.role_too_low"),
  "users.groups.posts",
);

/** One post that waits, to be read; null when it is gone. */
export const heldPost = query(
  (groupId: string, postId: string) =>
    orNull(() => trpc.users.groups.posts.get.query({ groupId, postId }), ...gone, "group.post_not_found"),
  "users.groups.post",
);

const everything = [groupList.key, groupDetail.key, groupMembers.key, heldPosts.key, heldPost.key];
const text = (form: FormData, name: string) => String(form.get(name) ?? "");
const postingOf = (form: FormData) => text(form, "posting") as GroupPosting;

export const createGroup = action(async (form: FormData) => {
  const { id } = await trpc.users.groups.create.mutate({
    ...{ domainId: text(form, "domainId"), localPart: text(form, "localPart"), name: text(form, "name") },
    ...{ posting: postingOf(form), isModerated: form.has("isModerated") },
  });
  throw redirect(`/admin/groups/${id}`, { revalidate: groupList.key });
}, "users.groups.create");

export const updateGroup = action(async (form: FormData) => {
  const groupId = text(form, "groupId");
  await trpc.users.groups.update.mutate({
    groupId,
    ...(form.has("name") ? { name: text(form, "name"), note: text(form, "note") } : {}),
    ...(form.has("posting") ? { posting: postingOf(form), isModerated: form.has("isModerated") } : {}),
  });
  return reload({ revalidate: everything });
}, "users.groups.update");

export const removeGroup = action(async (groupId: string) => {
  await trpc.users.groups.remove.mutate({ groupId });
  return reload({ revalidate: everything });
}, "users.groups.remove");

export const undeleteGroup = action(async (groupId: string) => {
  await trpc.users.groups.undelete.mutate({ groupId });
  return reload({ revalidate: everything });
}, "users.groups.undelete");

export const retryGroup = action(async (groupId: string) => {
  await trpc.users.groups.retry.mutate({ groupId });
  return reload({ revalidate: everything });
}, "users.groups.retry");

/** Answers with the new member. */
export const addMember = action(async (form: FormData) => {
  const member = await trpc.users.groups.members.add.mutate({
    groupId: text(form, "groupId"),
    email: text(form, "email"),
  });
  return json(member, { revalidate: everything });
}, "users.groups.members.add");

export type MemberChange = { groupId: string; groupMemberId: string; receives?: boolean; mayPost?: boolean };

export const updateMember = action(async (change: MemberChange) => {
  await trpc.users.groups.members.update.mutate(change);
  return reload({ revalidate: [groupMembers.key, groupDetail.key] });
}, "users.groups.members.update");

export const removeMember = action(async (groupId: string, groupMemberId: string) => {
  await trpc.users.groups.members.remove.mutate({ groupId, groupMemberId });
  return reload({ revalidate: everything });
}, "users.groups.members.remove");

export const approvePost = action(async (groupId: string, postId: string) => {
  await trpc.users.groups.posts.approve.mutate({ groupId, postId });
  return reload({ revalidate: everything });
}, "users.groups.posts.approve");

export const rejectPost = action(async (groupId: string, postId: string, word: string) => {
  await trpc.users.groups.posts.reject.mutate({ groupId, postId, ...(word ? { word } : {}) });
  return reload({ revalidate: everything });
}, "users.groups.posts.reject");
