import type { Context } from "../context";

/** One request on its way through the steps of `answer.ts`. */
export type Exchange = {
  request: Request;
  url: URL;
  /** Who asks: the socket's address, or what a trusted proxy says of it. */
  ip: string;
  requestId: string;
  /** Headers of whatever answer it gets in the end. */
  headers: Headers;
  /** A page of another site that the operator has named asks, with a token and without cookies. */
  isAllowedOrigin: boolean;
  /** A customer's host name was asked for: we answer there, but do not speak for what else lies under it. */
  isCustomerHost?: boolean;
  /** Who asks, and so for which tenant; there from the step that finds it out. */
  context?: Context;
};

/** Answers a request, or lets it go on with `null`. What it throws becomes one shape of error. */
export type Step = (exchange: Exchange) => Promise<Response | null> | Response | null;
/** A step behind the one that finds out who asks. */
export type KnownStep = (exchange: Exchange & { context: Context }) => Promise<Response | null> | Response | null;
