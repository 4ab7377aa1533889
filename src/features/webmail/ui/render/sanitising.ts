import type { CidUrl } from "./image-source";

/** What one run of the sanitiser carries through its parts. */
export type Sanitising = {
  readonly cidUrl: CidUrl | undefined;
  /** Put before every id of the message, so that none can stand for something of ours. */
  readonly prefix: string;
  /** Images that were kept from loading. */
  remoteImages: number;
  /** Images that are there to be counted, not seen: they are gone. */
  trackers: number;
  /** Real hosts of links that look as if they led to another one. */
  readonly deceptiveHosts: Set<string>;
  hasOwnColours: boolean;
};
