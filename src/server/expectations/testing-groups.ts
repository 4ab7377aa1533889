import { type Expectations, userAdministrators as roles } from "./testing-expectation";

const look = { who: "tenant", scope: "users:read" } as const;
const change = { who: "tenant", scope: "users:write", roles } as const;

/** `users.groups.*`: shared addresses with rules. */
export const groupsExpectations: Expectations = {
  "users.groups.list": {
    ...look,
    input: () => ({ search: "team", deleted: false, after: "a@hostile.test", limit: 5 }),
  },
  "users.groups.get": { ...look, input: ({ groupId }) => ({ groupId }) },
  "users.groups.create": {
    ...change,
    input: ({ domainId }) => ({
      ...{ domainId, localPart: "team", name: "Team", note: "Ours" },
      ...{ posting: "members", isModerated: true },
    }),
  },
  "users.groups.update": {
    ...change,
    input: ({ groupId }) => ({ groupId, name: "Team", note: "Ours", posting: "named", isModerated: true }),
  },
  "users.groups.remove": { ...change, input: ({ groupId }) => ({ groupId }) },
  "users.groups.undelete": { ...change, input: ({ groupId }) => ({ groupId }) },
  "users.groups.retry": { ...change, input: ({ groupId }) => ({ groupId }) },
  "users.groups.members.list": {
    ...look,
    input: ({ groupId, groupMemberId }) => ({ groupId, after: groupMemberId, limit: 5 }),
  },
  "users.groups.members.add": {
    ...change,
    input: ({ groupId }) => ({ groupId, email: "eve@elsewhere.example", receives: true, mayPost: false }),
  },
  "users.groups.members.update": {
    ...change,
    input: ({ groupId, groupMemberId }) => ({ groupId, groupMemberId, receives: false, mayPost: true }),
  },
  "users.groups.members.remove": {
    ...change,
    input: ({ groupId, groupMemberId }) => ({ groupId, groupMemberId }),
  },
  "users.groups.posts.list": {
    ...change,
    input: ({ groupId, postId }) => ({ groupId, state: "held", after: postId, limit: 5 }),
  },
  "users.groups.posts.get": { ...change, input: ({ groupId, postId }) => ({ groupId, postId }) },
  "users.groups.posts.approve": { ...change, input: ({ groupId, postId }) => ({ groupId, postId }) },
  "users.groups.posts.reject": { ...change, input: ({ groupId, postId }) => ({ groupId, postId, word: "No." }) },
};
