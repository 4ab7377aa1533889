import { randomInt } from "node:crypto";
import { createGate } from "~/lib/gate";
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
  const gate = createGate(maxInFlight);

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

  function pick(server: Exchange["server"]): Slot {
    const key = `${server.host} ${server.port}`;
    const usable = (slots.get(key) ?? []).filter(({ opened }) => !opened?.isWorn());
    const free = usable.filter(({ opened }) => (opened?.load() ?? 0) < fullAt);
    if (free.length === 0 && usable.length < perServer) return open(key, server);
    const choice = free.length > 0 ? free : usable;
    return choice[randomInt(choice.length)]!;
  }

  return (exchange: Exchange): Promise<Reply> =>
    gate(async () => {
      const { channel } = pick(exchange.server);
      return (await channel).ask(exchange);
    });
}
