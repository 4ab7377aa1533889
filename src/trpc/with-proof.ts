import type { TRPCLink } from "@trpc/client";
import { observable, type Unsubscribable } from "@trpc/server/observable";
import type { AppRouter } from "~/router";
import { askForProof } from "./proof";

const isStale = (error: { data?: unknown }) =>
  (error.data as { failure?: { key?: string } } | undefined)?.failure?.key === "auth.reauth_required";

/**
 * A call that is refused because it was long ago that the reader proved who they are is made again when they have. Pages need no code
 * for it: every call passes here.
 */
export const withProof: TRPCLink<AppRouter> =
  () =>
  ({ op, next }) =>
    observable((observer) => {
      let isOver = false;
      let current: Unsubscribable | undefined;
      const attempt = (isLast: boolean) => {
        current = next(op).subscribe({
          next: (value) => observer.next(value),
          complete: () => observer.complete(),
          error(error) {
            if (isLast || !isStale(error)) return observer.error(error);
            void askForProof().then((isProven) => {
              if (isOver) return;
              if (isProven) attempt(true);
              else observer.error(error);
            });
          },
        });
      };
      attempt(false);
      return () => {
        isOver = true;
        current?.unsubscribe();
      };
    });
