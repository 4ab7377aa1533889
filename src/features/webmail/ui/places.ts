/** Pages of the mailbox that are no folder of it; each is named where a folder would be in the address. */
export const places = ["search", "outbox"] as const;
export type Place = (typeof places)[number];

export const placeOf = (name: string | undefined): Place | undefined => places.find((place) => place === name);
