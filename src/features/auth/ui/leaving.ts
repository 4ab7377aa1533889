/** Whether this page is about to be replaced as a whole, by signing out or by going to another tenant. */
export const leaving = { isSo: false };

/** Does what ends this page's session, then loads `to` anew, so that nothing that was read stays in memory. Throws what `act` throws. */
export async function leavePage(act: () => Promise<unknown>, to: string): Promise<void> {
  leaving.isSo = true;
  await act().catch((error: unknown) => {
    leaving.isSo = false;
    throw error;
  });
  window.location.replace(to);
}
