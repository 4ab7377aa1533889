import type { DeliveryState } from "../../schema/trace";

/** What the page of all mail shows, and which message is open in it. */
export type DeliveryView = {
  search?: string;
  state?: DeliveryState;
  userId?: string;
  from?: string;
  to?: string;
  after?: string;
  id?: string;
};

/** In the order of a filter. */
export const deliveryStates = [
  ...(["queued", "deferred", "delivered", "failed", "expired", "cancelled", "unreported"] as const),
] satisfies DeliveryState[];

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** What may stand in the address; anything else is left out, so that an old link still shows the list. */
const shapes: Record<string, (text: string) => boolean> = {
  state: (text) => (deliveryStates as string[]).includes(text),
  from: (text) => !Number.isNaN(Date.parse(text)),
  to: (text) => !Number.isNaN(Date.parse(text)),
  user: (text) => uuid.test(text),
  id: (text) => uuid.test(text),
  after: (text) => /^[0-9a-f-]{36} \d{1,15}$/.test(text),
};

/** What the address of the page asks for. */
export function deliveryViewOf(params: Record<string, unknown>): DeliveryView {
  const {
    q,
    user: userId,
    ...rest
  } = Object.fromEntries(
    Object.entries(params).filter(
      ([name, value]) => typeof value === "string" && value && (shapes[name]?.(value) ?? name === "q"),
    ),
  ) as Record<string, string>;
  return {
    ...rest,
    ...(q ? { search: q.slice(0, 300) } : {}),
    ...(userId ? { userId } : {}),
  } as DeliveryView;
}

/** The same as the query of an address. */
export function deliveryQueryOf({ search, userId, ...view }: DeliveryView): string {
  const all = Object.entries({ q: search, user: userId, ...view });
  const params = all.filter((entry): entry is [string, string] => Boolean(entry[1]));
  return params.length > 0 ? `?${new URLSearchParams(params)}` : "";
}
