/**
 * What keys do in the webmail: the keys of each act, as `KeyboardEvent.key` has them, the parts of a sequence with a space between. They are
 * those of Gmail and Fastmail. Help and palette are made of this too.
 */
export const keyMap = {
  next: ["j"],
  previous: ["k"],
  open: ["o"],
  back: ["u"],
  nextMessage: ["n"],
  previousMessage: ["p"],
  archive: ["e"],
  archiveNext: ["]"],
  archivePrevious: ["["],
  remove: ["#"],
  junk: ["!"],
  flag: ["s"],
  read: ["I"],
  unread: ["U"],
  move: ["v"],
  label: ["l"],
  more: ["."],
  undo: ["z"],
  compose: ["c"],
  reply: ["r"],
  replyAll: ["a"],
  forward: ["f"],
  select: ["x"],
  selectAll: ["* a"],
  selectNone: ["* n"],
  search: ["/"],
  goInbox: ["g i"],
  goFlagged: ["g s"],
  goDrafts: ["g d"],
  goSent: ["g t"],
  goArchive: ["g a"],
  help: ["?"],
} as const satisfies Record<string, readonly string[]>;

export type KeyAct = keyof typeof keyMap;
export type KeyActs = Readonly<Record<KeyAct, () => void>>;

/** The act of a key or a finished sequence. */
export const actOf = (keys: string): KeyAct | undefined =>
  (Object.keys(keyMap) as KeyAct[]).find((act) => (keyMap[act] as readonly string[]).includes(keys));

/** Whether a sequence begins with this key. */
export const isBeginning = (key: string): boolean =>
  Object.values(keyMap).some((keys) => keys.some((each) => each.startsWith(`${key} `)));
