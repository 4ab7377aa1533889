import { randomInt } from "node:crypto";
import type { Exchange, Reply } from "./dns-exchange";
import { type Channel, openChannel } from "./udp-channel";

const maxInFlight = 2000;
const perServer = 16;
/** A further port for the same server is opened when each open one carries this many questions. */
const fullAt = 100;

type Slot = { channel: Promise<Channel>; opened?: Channel };

/**
 * Shares sockets among questions: a socket for each would cost more than the question. Questions in flight are capped, and with them the
 * sockets, for an idle one closes itself.
 */
export function createUdpChannels() {
  const slots = new Map<string, Slot[]>();
  const waiting: (() => void)[] = [];
  let inFlight = 0;

  function open(key: string, server: Exchange["server"]): Slot {
    const leave = () => {
      const left = (slots.get(key) ?? []).filter((one) => one !== slot);
      if (left.length > 0) slots.set(key, left);
      else slots.delete(key);
    };
    const slot: Slot = { channel: openChannel(server, leave) };
    slot.channel.then((channel) => (slot.opened = channel), leave);
    slots.set(key, [...(slots.get(key) ?? []), slot]);
    return slot;
  }

  /** One that has room, whichever it is; a further one while there may be more; else any. */
  function pick(server: Exchange["server"]): Slot {
    const key = `${server.host} ${server.port}`;
    const known = slots.get(key) ?? [];
    const start = known.length > 1 ? randomInt(known.length) : 0;
    let full: Slot | undefined;
    let usable = 0;
    for (let step = 0; step < known.length; step++) {
      const slot = known[(start + step) % known.length]!;
      if (slot.opened?.isWorn()) continue;
      if (!slot.opened || slot.opened.load() < fullAt) return slot;
      usable += 1;
      full ??= slot;
    }
    return full && usable >= perServer ? full : open(key, server);
  }

  function leave() {
    const next = waiting.shift();
    if (next) next();
    else inFlight -= 1;
  }
  async function askFresh(slot: Slot, exchange: Exchange): Promise<Reply> {
    try {
      return await (await slot.channel).ask(exchange);
    } finally {
      leave();
    }
  }
  function ask(exchange: Exchange): Promise<Reply> {
    const slot = pick(exchange.server);
    return slot.opened ? slot.opened.ask(exchange, leave) : askFresh(slot, exchange);
  }
  return (exchange: Exchange): Promise<Reply> => {
    if (inFlight >= maxInFlight) return new Promise<void>((enter) => waiting.push(enter)).then(() => ask(exchange));
    inFlight += 1;
    return ask(exchange);
  };
}
