import type { Services } from "../services";
import { engineEventTypes } from "./engine-event";

const pausesMs = [500, 1000, 2000, 5000, 15_000, 60_000];

/** Asks the mail server to tell us what happens, again and again until it agrees. Returns how to give that up. */
export function keepEngineHook(
  { engine, log }: Pick<Services, "engine" | "log">,
  { url, key }: { url: string; key: string },
): () => void {
  const stop = new AbortController();
  let timer: Timer | undefined;
  const attempt = async (tries: number): Promise<void> => {
    try {
      await engine.directory.hooks.ensure({ url, secret: key, types: engineEventTypes });
    } catch (error) {
      if (stop.signal.aborted) return;
      if (tries === 0) log.warn("the mail server does not yet tell what happens to mail", { error });
      timer = setTimeout(() => void attempt(tries + 1), pausesMs[Math.min(tries, pausesMs.length - 1)]);
    }
  };
  void attempt(0);
  return () => {
    stop.abort();
    clearTimeout(timer);
  };
}
