import type { CidUrl } from "./image-source";

/** What one run of the sanitiser carries through its parts. */
export type Sanitising = {
  readonly cidUrl: CidUrl | undefined;
  /** Put before every id of the message, so that none can stand for something of ours. */
  readonly prefix: string;
  /** Images that were kept from loading. */
  remoteImages: number;
  hasOwnColours: boolean;
};
