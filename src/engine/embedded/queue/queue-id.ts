const epoch = 1_632_280_000_000;
let last = 0n;

/** A 64-bit number that grows with time, beyond what a JSON number of JavaScript holds (Stalwart's queue ids are like this). */
export function createQueueNumber(now: Date): bigint {
  const fresh =
    (BigInt(now.getTime() - epoch) << 21n) | BigInt(crypto.getRandomValues(new Uint16Array(1))[0] as number);
  last = fresh > last ? fresh : last + 1n;
  return last;
}
