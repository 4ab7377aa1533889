const key = "deftmail:connecting";

/** Notes in this tab that the reader goes to the DNS provider's page and will come back. */
export const leaveFor = (domainId: string): void => sessionStorage.setItem(key, domainId);

/** Whether the reader has just come back from there; said once. No address can make this tab believe it. */
export function hasComeBack(domainId: string): boolean {
  if (sessionStorage.getItem(key) !== domainId) return false;
  sessionStorage.removeItem(key);
  return true;
}
