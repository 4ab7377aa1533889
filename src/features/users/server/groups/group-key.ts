import type { SecretBox } from "~/server/secret-box";

const purpose = (groupId: string) => `group-key:${groupId}`;

export const sealGroupKey = (box: SecretBox, groupId: string, secret: string): string =>
  box.seal(secret, purpose(groupId));

/** Throws when it was sealed for another group or with another key. */
export const openGroupKey = (box: SecretBox, groupId: string, sealed: string): string =>
  box.open(sealed, purpose(groupId));
